/**
 * Why an operation makes more than one request, in people's words. docs/catalog.md says it, and `npm run docs` refuses
 * an operation that the tour saw make several requests and that has no line here.
 */
export const requestReasons: Record<string, string> = {
  update_contact:
    'adds tags, if you fill them in, through an endpoint of its own, since the update would replace all the others',
  upsert_contact:
    'looks up whether a secondary email would replace the primary one, and adds tags through an endpoint of its own, since the upsert would replace all the others',
  get_free_slots: 'HighLevel gives 31 days at once: one request for each',
  update_calendar_group: 'reads the group, whose other values the update would lose',
  update_calendar: 'reads the calendar, whose other settings the update would lose',
  create_appointment: 'reads the appointment afterwards: the answer of the booking lacks its times',
  update_appointment:
    'reads the appointment before, since HighLevel resets a status that is not sent, and afterwards, since the answer lacks its times',
  update_calendar_notification:
    'reads the notification, which the update would switch on if it is paused',
  create_opportunity:
    'reads the opportunity back to make sure that HighLevel kept the custom fields',
  send_sms: 'reads the status of the message if you wait for its delivery',
  upsert_opportunity:
    'looks for the contact’s open opportunity first: HighLevel’s own upsert does not find it by the contact',
  update_user: 'reads the user, whose other permissions the update would lose',
  add_contact_to_workflow:
    'looks whether the workflow is published, and takes the contact out first if you ask for that',
  create_relation: 'looks up the name of the association, which the answer lacks',
  update_blog_post: 'reads the post, whose other values the update would lose',
  find_custom_object_record:
    'asks by the field, reads one by one what this app made within a minute, which the search does not show yet, and reads all records if it finds none',
  find_opportunity:
    'reads one by one what this app made within a minute, which the search does not show yet',
  create_conversation: 'reads the conversation that the contact has already',
  find_messages: 'looks up the conversation of the contact first',
  delete_location: 'reads the name of the sub-account, which must be the one that you confirmed',
};
