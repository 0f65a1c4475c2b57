import type { Create } from 'zapier-platform-core';
import type { Catalog } from '../lib/zapier.ts';
import createAssociation from './associations/create_association.ts';
import createRelation from './associations/create_relation.ts';
import deleteAssociation from './associations/delete_association.ts';
import deleteRelation from './associations/delete_relation.ts';
import updateAssociation from './associations/update_association.ts';
import createBlogPost from './blogs/create_blog_post.ts';
import updateBlogPost from './blogs/update_blog_post.ts';
import createBusiness from './businesses/create_business.ts';
import deleteBusiness from './businesses/delete_business.ts';
import updateBusiness from './businesses/update_business.ts';
import { calendarActions } from './calendars/index.ts';
import addContactTags from './contacts/add_contact_tags.ts';
import addContactToCampaign from './contacts/add_contact_to_campaign.ts';
import bulkUpdateContactTags from './contacts/bulk_update_contact_tags.ts';
import completeContactTask from './contacts/complete_contact_task.ts';
import createContact from './contacts/create_contact.ts';
import createContactNote from './contacts/create_contact_note.ts';
import createContactTask from './contacts/create_contact_task.ts';
import createTag from './contacts/create_tag.ts';
import deleteContact from './contacts/delete_contact.ts';
import deleteContactNote from './contacts/delete_contact_note.ts';
import deleteContactTask from './contacts/delete_contact_task.ts';
import removeContactFromAllCampaigns from './contacts/remove_contact_from_all_campaigns.ts';
import removeContactFromCampaign from './contacts/remove_contact_from_campaign.ts';
import removeContactTags from './contacts/remove_contact_tags.ts';
import updateContact from './contacts/update_contact.ts';
import updateContactNote from './contacts/update_contact_note.ts';
import updateContactTask from './contacts/update_contact_task.ts';
import uploadFileToCustomField from './contacts/upload_file_to_custom_field.ts';
import upsertContact from './contacts/upsert_contact.ts';
import addInboundMessage from './conversations/add_inbound_message.ts';
import agentTypingIndicator from './conversations/agent_typing_indicator.ts';
import cancelScheduledMessage from './conversations/cancel_scheduled_message.ts';
import createConversation from './conversations/create_conversation.ts';
import deleteConversation from './conversations/delete_conversation.ts';
import markConversation from './conversations/mark_conversation.ts';
import sendEmail from './conversations/send_email.ts';
import sendMessage from './conversations/send_message.ts';
import sendSms from './conversations/send_sms.ts';
import sendWhatsapp from './conversations/send_whatsapp.ts';
import updateMessageStatus from './conversations/update_message_status.ts';
import apiRequest from './endpoints/api_request.ts';
import createAndSendInvoice from './invoices/create_and_send_invoice.ts';
import recordPayment from './invoices/record_payment.ts';
import createTriggerLink from './links/create_trigger_link.ts';
import createCustomField from './locations/create_custom_field.ts';
import createLocation from './locations/create_location.ts';
import deleteLocation from './locations/delete_location.ts';
import updateCustomValue from './locations/update_custom_value.ts';
import updateLocation from './locations/update_location.ts';
import uploadMedia from './medias/upload_media.ts';
import createCustomObjectRecord from './objects/create_custom_object_record.ts';
import deleteCustomObjectRecord from './objects/delete_custom_object_record.ts';
import updateCustomObjectRecord from './objects/update_custom_object_record.ts';
import addOpportunityFollowers from './opportunities/add_opportunity_followers.ts';
import createOpportunity from './opportunities/create_opportunity.ts';
import deleteOpportunity from './opportunities/delete_opportunity.ts';
import removeOpportunityFollowers from './opportunities/remove_opportunity_followers.ts';
import updateOpportunity from './opportunities/update_opportunity.ts';
import updateOpportunityStatus from './opportunities/update_opportunity_status.ts';
import upsertOpportunity from './opportunities/upsert_opportunity.ts';
import createProduct from './products/create_product.ts';
import createServiceBooking from './services/create_service_booking.ts';
import deleteServiceBooking from './services/delete_service_booking.ts';
import createSocialPost from './social/create_social_post.ts';
import createUser from './users/create_user.ts';
import deleteUser from './users/delete_user.ts';
import updateUser from './users/update_user.ts';
import addContactFollowers from './workflows/add_contact_followers.ts';
import addContactToWorkflow from './workflows/add_contact_to_workflow.ts';
import bulkUpdateContactBusiness from './workflows/bulk_update_contact_business.ts';
import removeContactFollowers from './workflows/remove_contact_followers.ts';
import removeContactFromWorkflow from './workflows/remove_contact_from_workflow.ts';

/** The actions, by category as people see them. A new action is one import and one line here. */
export const creates: Catalog<Create> = {
  Contacts: [
    createContact,
    updateContact,
    deleteContact,
    upsertContact,
    addContactTags,
    removeContactTags,
    bulkUpdateContactTags,
    createContactTask,
    updateContactTask,
    completeContactTask,
    deleteContactTask,
    createContactNote,
    updateContactNote,
    deleteContactNote,
    addContactToCampaign,
    removeContactFromCampaign,
    removeContactFromAllCampaigns,
    createTag,
    uploadFileToCustomField,
  ],
  'Calendars & Appointments': [...calendarActions],
  Opportunities: [
    createOpportunity,
    updateOpportunity,
    deleteOpportunity,
    updateOpportunityStatus,
    upsertOpportunity,
    addOpportunityFollowers,
    removeOpportunityFollowers,
  ],
  Users: [createUser, updateUser, deleteUser],
  'Conversations & Messages': [
    updateMessageStatus,
    agentTypingIndicator,
    sendSms,
    sendEmail,
    sendWhatsapp,
    sendMessage,
    addInboundMessage,
    cancelScheduledMessage,
    markConversation,
    deleteConversation,
    createConversation,
  ],
  Businesses: [createBusiness, updateBusiness, deleteBusiness],
  'Workflows & Campaigns': [
    addContactToWorkflow,
    removeContactFromWorkflow,
    addContactFollowers,
    removeContactFollowers,
    bulkUpdateContactBusiness,
  ],
  'Other Operations': [
    createLocation,
    createAssociation,
    updateAssociation,
    deleteAssociation,
    createRelation,
    deleteRelation,
    createBlogPost,
    updateBlogPost,
    updateLocation,
    deleteLocation,
    updateCustomValue,
    createCustomField,
  ],
  'Custom Objects': [createCustomObjectRecord, updateCustomObjectRecord, deleteCustomObjectRecord],
  Invoices: [createAndSendInvoice, recordPayment],
  'Products & Links': [createProduct, createTriggerLink],
  'Social & Media': [uploadMedia, createSocialPost],
  Services: [createServiceBooking, deleteServiceBooking],
  'Any Endpoint': [apiRequest],
};
