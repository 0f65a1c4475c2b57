/** How to read a recipe, and what a Zap can do. */
export const introduction = `# Zaps

Made by \`npm run docs\` from the recipes in \`zaps/\`; please do not edit. Each recipe runs in \`test/zaps/\`, through Zapier's core against the sandbox, with the other app's side as its input.

![The workbench with a recipe: its steps on the left, the form of a step, and the data of earlier steps](workbench-zap.png)

\`npm start\` prints the address of the workbench. There, under “Zaps”, each recipe opens with one click, filled in. You can change it, switch it on, and see what each run does:

![The runs of a Zap, its day as a chart, and a clock that can be moved forward](workbench-runs.png)

## How to read a recipe

- Step 1 starts the Zap. The steps below it run one after the other.
- **HighLevel** steps are of this app. Their names and fields are written as Zapier's editor shows them.
- [1. Phone] means: insert “Phone” from step 1.
- \`{{zap_meta_utc_iso}}\` is typed as it stands here: it is Zapier’s own word for the present time.
- *choose …* means: pick it from the dropdown while you set the Zap up.
- Steps of the other app are in our own words. Look for the event or action of that app that comes closest. Not every app has every event; “Webhooks by Zapier” helps where the app can call a web address.
- On an agency connection each HighLevel step asks for the Sub-Account first.

## What a Zap can and cannot do here

- **Triggers ask every few minutes,** every 1 to 15 minutes, depending on the plan. Those that end in “(Instant)” fire at once, when a workflow in HighLevel posts to them: [When to take which](instant.md).
- **“Trigger On” decides.** “A new …” fires once for each record. “A new or a changed …” fires at every change too.
- **Some triggers watch one contact.** *Get Contact Tasks*, *Get Contact Notes* and *Get Contact Appointments* watch the contact that you choose. That is right for a few important contacts or for a test. It is not the way to watch a thousand: each needs a Zap of its own.
  - Tasks of everybody: *New Task*, *Task Completed* and *Task Overdue* watch the whole sub-account.
  - Appointments of everybody: *Appointment Booked*, *Appointment Starting Soon* and *List Calendar Events* watch a whole calendar, a user or a calendar group.
  - Notes of everybody with an opportunity: *Search Opportunities* with “With Notes” brings those of the contact along. It fires when the opportunity is new or changes, not when only a note does.
  - Notes of everybody, at once: build a workflow in HighLevel that starts with an added note and ends with the action “Webhook”, and start the Zap with *Workflow Event (Instant)*.
- **In the middle of a Zap** you can look things up with a search: contacts, opportunities, appointments, free times, tasks, notes, messages, invoices and more, and each record by its ID. A search gives the best match, or all of them as line items if you choose that in the step.
- **Two directions make a circle.** If one Zap copies from A to B and another from B to A, a filter must keep them apart. The recipes mark what they copied and leave marked things alone.
- **Texts are sent by the text-message app** in most recipes. *Send SMS* sends one from a number of HighLevel instead, and *Add Contact to Workflow* starts a workflow that does.
`;
