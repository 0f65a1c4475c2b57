/** How to read a recipe, and what a Zap can do. */
export const introduction = `# Zaps

Made by \`npm run docs\` from the recipes in \`zaps/\`; please do not edit. Each recipe runs in \`test/zaps/\`, through Zapier's core against the sandbox, with the other app's side as its input.

## How to read a recipe

- Step 1 starts the Zap. The steps below it run one after the other.
- **HighLevel** steps are of this app. Their names and fields are written as Zapier's editor shows them.
- [1. Phone] means: insert “Phone” from step 1.
- \`{{zap_meta_utc_iso}}\` is typed as it stands here: it is Zapier’s own word for the present time.
- *choose …* means: pick it from the dropdown while you set the Zap up.
- Steps of the other app are in our own words. Look for the event or action of that app that comes closest. Not every app has every event; “Webhooks by Zapier” helps where the app can call a web address.
- On an agency connection each HighLevel step asks for the Sub-Account first.

## What a Zap can and cannot do here

- **Triggers ask every few minutes.** No trigger is instant; Zapier asks every 1 to 15 minutes, depending on the plan.
- **“Trigger On” decides.** “A new …” fires once for each record. “A new or a changed …” fires at every change too.
- **Tasks, notes and appointments hang on a contact.** *Get Contact Tasks*, *Get Contact Notes* and *Get Contact Appointments* watch one contact, which you choose. That is right for a few important contacts or for a test. It is not the way to watch a thousand: each needs a Zap of its own.
  - Appointments of everybody: *List Calendar Events* watches a whole calendar, a user or a calendar group.
  - Tasks and notes of everybody with an opportunity: *Search Opportunities* with “With Notes”, “With Tasks” and “With Appointments” brings those of the contact along. It fires when the opportunity is new or changes, not when only a task or a note does.
  - Tasks and notes of everybody, at once: build a workflow in HighLevel with a webhook action, and start the Zap with “Webhooks by Zapier”. That part does not go through this app.
- **In the middle of a Zap** you can look things up with a search: contacts, opportunities, appointments, free times, tasks, notes, messages, invoices and more, and each record by its ID. A search gives the best match, or all of them as line items if you choose that in the step.
- **Two directions make a circle.** If one Zap copies from A to B and another from B to A, a filter must keep them apart. The recipes mark what they copied and leave marked things alone.
- **Texts are sent by the text-message app.** This app has no action that sends a message. A HighLevel workflow can send one: *Add Contact to Workflow* starts it.
`;
