/** What `--write` will do, said before anything is done. */
export const announcement = `
This is what --write will do in your account:

  - makes up to three contacts called “Zapier Live Check …” with addresses at example.com and “Do not disturb” on
  - tries to make a record of your first custom object with a property that it does not have
  - makes a task and a note for the first of them
  - gives two of them tags that begin with “zapier-live-check”, if the token may remove tags (locations/tags.write)
  - writes custom values of the first contact and of an opportunity, in fields that you have already
  - makes up to five opportunities called “Zapier Live Check …” in your first pipeline
  - books an appointment two months ahead in your first calendar, without a notification
  - puts the first contact into a draft workflow, if you have one
  - with an agency's connection: writes a setting of the sub-account with the value that it has
  - tries what HighLevel should refuse, such as a second contact with the same email

All of it is removed at the end, even after a failure or Ctrl-C. What cannot be removed is listed.
Workflows of yours that start with a new contact, opportunity, or appointment will start. If that matters, pause them,
or use a sub-account for tests.
`;
