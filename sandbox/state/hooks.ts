/** What starts a workflow of the sandbox, by the names of HighLevel’s triggers. */
export const workflowStarts = [
  'Contact Created',
  'Contact Tag',
  'Pipeline Stage Changed',
  'Appointment Status',
  'Customer Replied',
  'Form Submitted',
  'Invoice',
  'Order Submitted',
] as const;
export type WorkflowStart = (typeof workflowStarts)[number];

/** Something that starts workflows. */
export type Happened = {
  start: WorkflowStart;
  locationId: string;
  contactId: string;
  /** The opportunity, appointment or message that it is about. */
  id?: string;
  /** What the sandbox keeps no records of: an invoice, an order, a form. */
  block?: Record<string, unknown>;
};

/** A post as it leaves (api#workflow-webhooks). */
export type HookRequest = { headers: Record<string, string>; content: string };

/** A workflow with the action “Webhook”: what starts it, and where its post goes. */
export type WorkflowHook = {
  id: string;
  name: string;
  start: WorkflowStart;
  locationId: string;
  customData: Record<string, unknown>;
  send: (request: HookRequest) => Promise<unknown>;
};

/** The workflows that post. Posts leave after the answer of the request that caused them, as HighLevel’s do. */
export class Hooks {
  readonly #workflows = new Map<string, WorkflowHook>();
  readonly #pending = new Set<Promise<unknown>>();
  /** Writes the post of a workflow; undefined if there is no such contact any more. */
  write: (workflow: WorkflowHook, happened: Happened) => HookRequest | undefined = () => undefined;

  add(workflow: WorkflowHook): void {
    this.#workflows.set(workflow.id, workflow);
  }

  remove(id: string): void {
    this.#workflows.delete(id);
  }

  get all(): WorkflowHook[] {
    return [...this.#workflows.values()];
  }

  /** Starts the workflows that wait for this. Nobody hears of a post that fails: no retry is known (api#workflow-webhooks). */
  emit(happened: Happened): void {
    for (const workflow of this.all) {
      const { start, locationId } = workflow;
      if (start !== happened.start || locationId !== happened.locationId) continue;
      const request = this.write(workflow, happened);
      if (!request) continue;
      const sending = workflow
        .send(request)
        .catch(() => undefined)
        .finally(() => this.#pending.delete(sending));
      this.#pending.add(sending);
    }
  }

  /** Waits until every post has arrived. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }
}
