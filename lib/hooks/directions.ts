/**
 * How people put the URL of an instant trigger into HighLevel, in the words of its workflow builder
 * (api#workflow-webhooks). Zapier shows it next to the URL.
 * @param start what the workflow must start with
 */
export const directionsFor = (start: string): string =>
  [
    'Copy the webhook URL that Zapier shows here.',
    `In HighLevel, open Automation > Workflows and create a workflow, or open one. Add the trigger ${start}.`,
    'Then add the action “Webhook”, choose the method POST, paste the URL as its URL, and save.',
    'Turn on “Allow re-entry” in the workflow’s settings if the same contact may trigger it again, and publish the workflow.',
    'HighLevel’s post doesn’t say what happened, so the trigger of the workflow alone decides when this Zap runs.',
  ].join(' ');
