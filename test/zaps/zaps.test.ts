import { readFileSync } from 'node:fs';
import { appointments } from '../../sandbox/seed/appointments.ts';
import { conversations, receive } from '../../sandbox/seed/conversations.ts';
import { listedInvoices } from '../../sandbox/seed/payments.ts';
import { pipelines } from '../../sandbox/seed/pipelines.ts';
import { formSubmissions, submit } from '../../sandbox/seed/submissions.ts';
import type { Guide } from '../../tour/station.ts';
import { recipes } from '../../zaps/index.ts';
import { zapsPage } from '../../zaps/page.ts';
import { defaultZone } from '../../zaps/stage.ts';
import { pairs } from '../support/depth.ts';
import { withoutNock } from '../support/withoutNock.ts';
import { marcelo, type Part, play } from './play.ts';

withoutNock();

type Played = Awaited<ReturnType<typeof play>>;

const watched = { contactId: marcelo.id };
const day = (moment: string | undefined) => moment?.slice(0, 10);
const titles = (all: { title: string }[]) => all.map(({ title }) => title);

const newNote =
  (body: string) =>
  ({ run }: Guide) =>
    run('create_contact_note', { ...watched, body });
const newTask =
  (title: string, dueDate: string) =>
  ({ run }: Guide) =>
    run('create_contact_task', { ...watched, title, dueDate });

const today = Date.now();
const inDays = (days: number) => new Date(today + days * 86_400_000).toISOString();

const firstCalendar = async ({ run }: Guide) => ({
  calendarId: (await run('list_calendars', {})).id,
});
/** Books the first free time of the first calendar in two weeks. */
const booking = async (guide: Guide) => {
  const { calendarId } = await firstCalendar(guide);
  const slot = await guide.run('get_free_slots', {
    calendarId,
    startDate: inDays(14),
    endDate: inDays(21),
  });
  return guide.run('create_appointment', {
    ...watched,
    calendarId,
    startTime: slot.startTime,
    title: 'Whitening',
    meetingLocationId: 'custom_0',
  });
};

/** What comes in from a contact: what HighLevel's phone does, without the API. */
const comesIn = ({ sandbox }: Guide, body: string, type?: string, contactId = marcelo.id) => {
  const { main } = sandbox.state;
  const talk = [...conversations(main).values()].find((one) => one.contactId === contactId);
  return receive(main, talk?.id ?? '', body, type);
};

/** Somebody calls, and nobody picks up. */
const missedCall = (guide: Guide) => comesIn(guide, '', 'TYPE_CALL');

const writes = (body: string) => (guide: Guide) => comesIn(guide, body);

const said = (all: { body: string }[]) => all.map(({ body }) => body);

const openOpportunity = ({ run }: Guide) =>
  run('search_opportunities', { status: 'open', contactId: marcelo.id });

/** The pipeline of an opportunity and a stage in which it is not. */
const elsewhere = async (guide: Guide) => {
  const { pipelineId, pipelineStageId: now } = await openOpportunity(guide);
  const { stages = [] } = pipelines(guide.sandbox.state.main).get(String(pipelineId)) ?? {};
  return { pipelineId, pipelineStageId: stages.find(({ id }) => id !== now)?.id };
};

const bea = 'bea.holm@example.com';

const winsOpportunity = async ({ run }: Guide) => {
  const { id } = await run('search_opportunities', { status: 'open', contactId: marcelo.id });
  return run('update_opportunity_status', { id, status: 'won' });
};

/** Each recipe by its name: the person's choices and what happens, and what must have come of it, by hand. */
const plays: Record<string, { parts: Part[]; proof: (played: Played) => void }> = {
  'New lead to appointment follow-up': {
    parts: [{}, { chosen: firstCalendar, happens: booking }],
    proof: ({ withPhone, tasksOf, waits }) => {
      const lead = withPhone('+13125550170');
      expect(lead).toMatchObject({
        firstName: 'Rosa',
        email: 'rosa.lind@example.com',
        tags: ['new lead'],
      });
      expect(tasksOf(lead?.id)).toMatchObject([
        { title: 'Call Rosa Lind and book', dueDate: '2026-11-24T15:00:00.000Z' },
      ]);
      expect(waits).toHaveLength(1);
      expect(titles(tasksOf(marcelo.id))).toContain('Follow up: Whitening');
    },
  },
  'Missed call to task': {
    parts: [{ happens: missedCall }],
    proof: ({ fired, tasksOf }) => {
      expect(fired).toEqual([1]);
      expect(tasksOf(marcelo.id)).toContainEqual(
        expect.objectContaining({
          title: 'Call Marcelo Simonis back',
          body: 'Missed call from +16462000000',
        }),
      );
    },
  },
  'Won opportunity to onboarding workflow': {
    parts: [
      {
        chosen: async ({ run }) => ({ workflowId: (await run('list_workflows', {})).id }),
        happens: winsOpportunity,
      },
    ],
    proof: ({ fired, enrolments, contact, notesOf }) => {
      expect(fired).toEqual([1]);
      expect(enrolments).toMatchObject([
        { contactId: marcelo.id, workflowId: '20986acd-6476-4af7-ae30-56ba238bef00' },
      ]);
      expect(contact(marcelo.id)?.tags).toEqual(['implants', 'no show', 'customer']);
      expect(notesOf(marcelo.id)).toContainEqual(
        expect.objectContaining({ title: 'Won', body: 'Won: Marcelo Simonis, 8900' }),
      );
    },
  },
  'Offer three free slots by SMS and book the one that is answered': {
    parts: [
      {
        chosen: async (guide) => ({ ...(await firstCalendar(guide)), tag: 'wants appointment' }),
        happens: ({ run }) => run('add_contact_tags', { ...watched, tags: ['wants appointment'] }),
      },
      {
        chosen: firstCalendar,
        happens: (guide) => {
          writes('4')(guide);
          writes('2')(guide);
        },
      },
    ],
    proof: ({ fired, contact, messagesTo, appointmentsOf, stored }) => {
      expect(fired).toEqual([1, 2]);
      const [offer, thanks, ...more] = said(messagesTo(marcelo.id));
      const times = /^Hello Marcelo, .*\n1\. (.+)\n2\. (.+)\n3\. (.+)\nAnswer/.exec(offer ?? '');
      expect(new Set(times?.slice(1).map((time) => time.split(' at ')[0])).size).toBe(3);
      expect(thanks).toBe('Thank you, Marcelo. Number 2 is booked. See you then!');
      expect(more).toEqual([]);
      const booked = appointmentsOf(marcelo.id).filter(({ title }) => title === 'Marcelo Simonis');
      expect(booked).toHaveLength(1);
      const chosen = Date.parse(String(stored.get(`slot 2 ${marcelo.id}`)));
      expect(booked[0]?.startTime).toBe(chosen);
      const shown = new Date(chosen).toLocaleString('en-US', {
        timeZone: 'America/New_York',
        weekday: 'long',
        month: 'long',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
      });
      expect(times?.[2]).toBe(shown.replace(/\u202f/g, ' '));
      expect(contact(marcelo.id)?.tags).toEqual(['implants', 'no show', 'wants appointment']);
    },
  },
  'New times after a no-show': {
    parts: [
      {
        chosen: firstCalendar,
        happens: async (guide) => {
          const { id } = await booking(guide);
          await guide.run('update_appointment', { eventId: id, appointmentStatus: 'noshow' });
        },
      },
    ],
    proof: ({ fired, messagesTo }) => {
      expect(fired).toEqual([1]);
      expect(said(messagesTo(marcelo.id))).toEqual([
        expect.stringMatching(
          /^Hello Marcelo, we missed you\. .*\n1\. .+ [AP]M\n2\. .+ [AP]M\n3\. .+ [AP]M\nWhich/,
        ),
      ]);
    },
  },
  'A booking moves the opportunity on': {
    parts: [
      {
        chosen: async (guide) => ({ ...(await firstCalendar(guide)), ...(await elsewhere(guide)) }),
        happens: booking,
      },
    ],
    proof: ({ fired, opportunitiesOf, chosen }) => {
      expect(fired).toEqual([1]);
      expect(opportunitiesOf(marcelo.id)).toContainEqual(
        expect.objectContaining({ status: 'open', pipelineStageId: chosen[0]?.pipelineStageId }),
      );
    },
  },
  'WhatsApp after a missed call': {
    parts: [{ happens: missedCall }],
    proof: ({ fired, messagesTo }) => {
      expect(fired).toEqual([1]);
      expect(messagesTo(marcelo.id)).toMatchObject([
        {
          messageType: 'TYPE_WHATSAPP',
          body: 'Hello Marcelo, we missed your call. What can we do for you?',
        },
      ]);
    },
  },
  'Complete the open task of whoever wrote': {
    parts: [
      {
        happens: async (guide) => {
          await newTask('Send the X-ray', '2020-01-02T10:00:00Z')(guide);
          await newTask('Send the plan', inDays(60))(guide);
          writes('Done, I have just mailed it')(guide);
          writes('Am I done?')(guide);
        },
      },
    ],
    proof: ({ fired, tasksOf, messagesTo }) => {
      expect(fired).toEqual([2]);
      expect(tasksOf(marcelo.id)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ title: 'Send the X-ray', completed: true }),
          expect.objectContaining({ title: 'Send the plan', completed: false }),
        ]),
      );
      expect(said(messagesTo(marcelo.id))).toEqual([
        'Thank you! “Send the X-ray” is off our list.',
      ]);
    },
  },
  'A task for a text that nobody answers': {
    parts: [
      {
        happens: async (guide) => {
          const { id } = await guide.run('create_contact', { firstName: 'Bea', email: bea });
          comesIn(guide, 'Is Dr. Lee in?', 'TYPE_SMS', String(id));
          await guide.run('send_sms', { contactId: id, message: 'Yes, until five.' });
          writes('Do I need my X-ray?')(guide);
        },
      },
    ],
    proof: ({ fired, waits, tasksOf, withEmail }) => {
      expect(fired).toEqual([2]);
      expect(waits).toEqual(['2 hours', '2 hours']);
      expect(tasksOf(withEmail(bea)?.id)).toEqual([]);
      expect(tasksOf(marcelo.id)).toContainEqual(
        expect.objectContaining({
          title: 'Answer Marcelo Simonis',
          body: 'Do I need my X-ray?',
          completed: false,
        }),
      );
    },
  },
  'Cancel the next appointment by SMS': {
    parts: [
      {
        happens: async (guide) => {
          await booking(guide);
          writes('CANCEL please')(guide);
        },
      },
    ],
    proof: ({ fired, appointmentsOf, messagesTo }) => {
      expect(fired).toEqual([1]);
      expect(appointmentsOf(marcelo.id)).toContainEqual(
        expect.objectContaining({
          title: 'Check-up with Marcelo',
          appointmentStatus: 'cancelled',
        }),
      );
      // The later one stays.
      expect(appointmentsOf(marcelo.id)).toContainEqual(
        expect.objectContaining({ title: 'Whitening', appointmentStatus: 'confirmed' }),
      );
      expect(said(messagesTo(marcelo.id))).toEqual([
        '“Check-up with Marcelo” is canceled. Write to us if you would like another time.',
      ]);
    },
  },
  'Invoice when the opportunity is won': {
    parts: [
      {
        chosen: async ({ run }) => ({ userId: (await run('list_users_by_location', {})).id }),
        happens: winsOpportunity,
      },
    ],
    proof: ({ fired, invoicesOf, notesOf }) => {
      expect(fired).toEqual([1]);
      const made = invoicesOf(marcelo.id).filter(({ written }) => written);
      expect(made).toMatchObject([
        {
          status: 'sent',
          amount: 8900,
          written: {
            name: 'Marcelo Simonis',
            // The day that Zapier’s account sees.
            dueDate: new Date(inDays(14)).toLocaleDateString('sv-SE', { timeZone: defaultZone }),
            sentTo: { email: [marcelo.email] },
          },
        },
      ]);
      expect(notesOf(marcelo.id)).toContainEqual(
        expect.objectContaining({ body: `Invoice ${made[0]?.number} sent: 8900` }),
      );
    },
  },
  'Thank whoever has paid an invoice': {
    parts: [
      {
        happens: ({ sandbox }) => {
          const all = listedInvoices(sandbox.state.main);
          const one = [...all.values()].find(({ status }) => status === 'sent');
          if (one) all.set(one.id, { ...one, status: 'paid', amountPaid: one.amount });
        },
      },
    ],
    proof: ({ fired, emails, contact, notesOf, invoice }) => {
      expect(fired).toEqual([1]);
      const thanks = emails().filter(({ subject }) => subject === 'Thank you for your payment');
      expect(thanks).toMatchObject([
        { body: expect.stringMatching(/<br>\nyour invoice 1002 is paid\. Thank you!$/) },
      ]);
      const payer = contact(invoice(1002)?.contactId ?? '');
      expect(thanks[0]?.to).toEqual([payer?.email]);
      expect(payer?.tags).toContain('paid');
      expect(notesOf(payer?.id)).toContainEqual(
        expect.objectContaining({ body: 'Invoice 1002 paid: 89' }),
      );
    },
  },
  'A form becomes an opportunity, unless one is open': {
    parts: [
      {
        chosen: async ({ run, sandbox }) => ({
          pipelineId: (await run('list_pipelines', {})).id,
          formId: [...formSubmissions(sandbox.state.main).values()][0]?.formId,
        }),
        happens: async ({ run, sandbox }) => {
          const { main } = sandbox.state;
          const { id } = await run('create_contact', { firstName: 'Bea', email: bea });
          const fills = (contactId: string, name: string) => {
            const filled = submit(main, 'form', 'Do you do braces?');
            formSubmissions(main).set(filled.id, { ...filled, contactId, name });
          };
          fills(String(id), 'Bea Holm');
          fills(marcelo.id, 'Marcelo Simonis');
        },
      },
    ],
    proof: ({ fired, opportunitiesOf, withEmail }) => {
      expect(fired).toEqual([2]);
      expect(opportunitiesOf(withEmail(bea)?.id)).toMatchObject([
        { name: 'Bea Holm: Do you do braces?', status: 'open' },
      ]);
      expect(opportunitiesOf(marcelo.id).map(({ name }) => name)).not.toContain(
        'Marcelo Simonis: Do you do braces?',
      );
    },
  },
  'Ask again after a lost opportunity': {
    parts: [
      {
        happens: async (guide) => {
          const { id } = await openOpportunity(guide);
          const { id: lostReasonId } = await guide.run('list_lost_reasons', {});
          await guide.run('update_opportunity_status', { id, status: 'lost', lostReasonId });
        },
      },
    ],
    proof: ({ fired, tasksOf }) => {
      expect(fired).toEqual([1]);
      const task = tasksOf(marcelo.id).find(({ title }) => title.startsWith('Ask again'));
      expect(task).toMatchObject({
        title: 'Ask again: Marcelo Simonis',
        body: expect.stringMatching(/^Lost reason: \S+/),
      });
      expect(day(task?.dueDate)).toBe(day(inDays(90)));
    },
  },
  'Tell the owner of an overdue task': {
    parts: [
      {
        happens: async ({ run }) => {
          const { id: assignedTo } = await run('list_users_by_location', {});
          const dueDate = inDays(-1);
          const task = { ...watched, title: 'Call the lab', dueDate };
          await run('create_contact_task', { ...task, assignedTo });
          await run('create_contact_task', { ...task, title: 'Of nobody' });
        },
      },
    ],
    proof: ({ fired, sent }) => {
      expect(fired).toEqual([2]);
      expect(sent.map(({ values }) => values)).toEqual([
        {
          To: expect.stringMatching(/@/),
          Text: `Overdue since ${inDays(-1)}: Call the lab`,
        },
      ]);
    },
  },
  'Tell the team of a new contact at once': {
    parts: ['At', 'Soon'].map((lastName) => ({
      happens: ({ run }: Guide) =>
        run('create_contact', {
          firstName: 'Ana',
          lastName,
          phone: lastName === 'At' ? '+13125550181' : '+13125550182',
          source: 'Website form',
        }),
    })),
    proof: ({ fired, sent }) => {
      expect(fired).toEqual([1, 1]);
      expect(sent.map(({ values }) => values.Text)).toEqual([
        'New: Ana At, +13125550181, from Website form',
        'New: Ana Soon, +13125550182, from Website form',
      ]);
    },
  },
  'Write each booking into the front desk’s sheet': {
    parts: [{ happens: booking }],
    proof: ({ fired, sent }) => {
      expect(fired).toEqual([1]);
      expect(sent).toMatchObject([
        {
          values: {
            Who: 'Marcelo Simonis',
            Phone: '+16462000000',
            What: 'Check-up',
            Start: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d \(America\/New_York\)$/),
            Status: 'confirmed',
          },
        },
      ]);
    },
  },
  'Prepare the paperwork when an opportunity reaches a stage': {
    parts: [
      {
        happens: async ({ run, sandbox }) => {
          const { id, pipelineId, pipelineStageId } = await run('search_opportunities', {
            status: 'open',
            contactId: marcelo.id,
          });
          const { stages = [] } = pipelines(sandbox.state.main).get(String(pipelineId)) ?? {};
          const next = stages.find((stage) => stage.id !== pipelineStageId);
          return run('update_opportunity', { id, pipelineId, pipelineStageId: next?.id });
        },
      },
    ],
    proof: ({ fired, contact, tasksOf }) => {
      expect(fired).toEqual([1]);
      expect(contact(marcelo.id)?.tags).toContain('paperwork');
      expect(titles(tasksOf(marcelo.id))).toContainEqual(
        expect.stringMatching(/^Paperwork: Marcelo Simonis, /),
      );
    },
  },
  'Read a contact with its tasks, notes and appointments': {
    parts: [
      {
        happens: async ({ run }) => {
          const { id } = await run('search_opportunities', {
            status: 'open',
            contactId: marcelo.id,
          });
          return run('update_opportunity', { id, monetaryValue: 9100 });
        },
      },
    ],
    proof: ({ sent }) =>
      expect(sent).toEqual([
        {
          app: 'Salesmsg',
          event: 'send a text message to the team',
          values: {
            Text: expect.stringMatching(
              /^Marcelo Simonis, \+16462000000\. Tasks: Call about results, Book recall, Check insurance\. Notes: .+, .+\. Appointments: .*\.$/,
            ),
          },
        },
      ]),
  },
  'Create a contact and tag it': {
    parts: [{}],
    proof: ({ withPhone }) =>
      expect(withPhone('+13125550143')).toMatchObject({
        firstName: 'Nora',
        lastName: 'Petrov',
        source: 'Salesmsg',
        tags: ['salesmsg'],
      }),
  },
  'Update a contact and complete its tasks': {
    parts: [{}, {}],
    proof: ({ contact, tasksOf }) => {
      expect(contact(marcelo.id)).toMatchObject({
        city: 'Hoboken',
        tags: ['implants', 'no show', 'answered'],
      });
      expect(tasksOf(marcelo.id)).toContainEqual(
        expect.objectContaining({
          title: 'Answer Marcelo',
          body: 'Can I come on Friday?',
          dueDate: '2026-11-24T15:00:00.000Z',
          completed: true,
        }),
      );
    },
  },
  'Create contacts from events': {
    parts: [{}],
    proof: ({ withPhone, notesOf }) => {
      const made = withPhone('+13125550144');
      expect(made).toMatchObject({ firstName: 'Ivo', tags: ['smile'] });
      expect(notesOf(made?.id)).toMatchObject([
        { title: 'Keyword SMILE', body: 'Wrote “SMILE please”' },
      ]);
    },
  },
  'Bring a whole list over, and tag it at once': {
    parts: [{}, {}],
    proof: ({ withPhone, contact, sent }) => {
      const [ana, bo] = ['+13125550145', '+13125550146'].map(withPhone);
      expect(ana).toMatchObject({ firstName: 'Ana', tags: ['weekly list'] });
      expect(bo).toMatchObject({ firstName: 'Bo', tags: ['weekly list'] });
      expect(sent.slice(1).map(({ values }) => values)).toEqual([
        { Phone: '+13125550145', 'Contact ID': ana?.id },
        { Phone: '+13125550146', 'Contact ID': bo?.id },
      ]);
      expect(contact(marcelo.id)?.tags).toEqual(['implants', 'no show', 'spring offer']);
      expect(contact('yMOEa9uxe4fc4Pbndmq8')?.tags).toEqual(['newsletter', 'spring offer']);
    },
  },
  'Get a contact': {
    parts: [{}],
    proof: ({ sent }) =>
      expect(sent).toEqual([
        {
          app: 'SMSAPI',
          event: 'send a text message to yourself',
          values: {
            Text: 'Marcelo Simonis (marcelo.simonis0@example.com, implants, no show) writes: Done, thanks',
          },
        },
      ]),
  },
  'Get its tasks by status and due date': {
    parts: [
      {
        chosen: watched,
        happens: async (guide) => {
          await newTask('Send the plan', inDays(2))(guide);
          await newTask('Next month', inDays(30))(guide);
          await guide.run('create_contact_task', {
            ...watched,
            title: 'Done already',
            dueDate: inDays(1),
            completed: true,
          });
        },
      },
    ],
    proof: ({ fired, sent }) => {
      expect(fired).toEqual([3]);
      expect(sent.map(({ values }) => values)).toEqual([
        { Text: `Open: Send the plan, due ${inDays(2)}` },
      ]);
    },
  },
  'Complete one task and update its note': {
    parts: [{}, {}],
    proof: ({ tasksOf, notesOf }) => {
      expect(tasksOf(marcelo.id)).toContainEqual(
        expect.objectContaining({ title: 'Call Marcelo Simonis', completed: true }),
      );
      expect(notesOf(marcelo.id)).toContainEqual(
        expect.objectContaining({ body: 'Asked for a call. Done: “Done, thanks”' }),
      );
    },
  },
  'Notes to tasks': {
    parts: [
      {
        chosen: watched,
        happens: async (guide) => {
          await newNote('Please call about the crown')(guide);
          await newNote('Paid in cash')(guide);
        },
      },
    ],
    proof: ({ fired, tasksOf }) => {
      expect(fired).toEqual([2]);
      const made = tasksOf(marcelo.id).filter(({ title }) => title === 'From a note: call');
      expect(made).toMatchObject([{ body: 'Please call about the crown' }]);
      expect(day(made[0]?.dueDate)).toBe(day(inDays(1)));
    },
  },
  'A text message when a task falls due': {
    parts: [
      {
        happens: async (guide) => {
          await newTask('Bring the X-ray', inDays(-0.01))(guide);
          await newTask('Bring the card', inDays(1))(guide);
        },
      },
    ],
    proof: ({ fired, sent }) => {
      expect(fired).toEqual([1]);
      expect(sent.map(({ values }) => values)).toEqual([
        { To: '+16462000000', Text: 'Marcelo, due now: Bring the X-ray' },
      ]);
    },
  },
  'A weekly digest of a contact’s activity': {
    parts: [
      { chosen: watched, happens: newNote('Likes mornings') },
      { chosen: watched, happens: newTask('Send the plan', '2026-12-02T10:00:00Z') },
      { chosen: watched, happens: booking },
      {},
    ],
    proof: ({ sent }) =>
      expect(sent.map(({ values }) => values)).toEqual([
        {
          Text: [
            'Note: Likes mornings',
            'Task: Send the plan, due 2026-12-02T10:00:00.000Z',
            'Appointment: Whitening, confirmed',
          ].join('\n'),
        },
      ]),
  },
  'Keep name, email and phone up to date': {
    parts: [
      {
        happens: async ({ run }) => {
          await run('update_contact', { ...watched, lastName: 'Simonis-Roth' });
          await run('create_contact', {
            firstName: 'Copied',
            email: 'c@example.com',
            tags: ['from salesmate'],
          });
        },
      },
    ],
    proof: ({ fired, sent }) => {
      expect(fired).toEqual([2]);
      expect(sent.map(({ values }) => values)).toEqual([
        {
          'First Name': 'Marcelo',
          'Last Name': 'Simonis-Roth',
          Email: marcelo.email,
          Phone: marcelo.phone,
        },
      ]);
    },
  },
  'Changed tasks to the task list': {
    parts: [
      {
        chosen: watched,
        happens: async ({ run }) => {
          const { id } = await run('get_contact_tasks', watched);
          return run('update_contact_task', { ...watched, taskId: id, title: 'Renamed' });
        },
      },
    ],
    proof: ({ fired, sent }) => {
      expect(fired).toEqual([1]);
      expect(sent[0]?.values).toMatchObject({ Title: 'Renamed' });
    },
  },
  'New notes mirrored': {
    parts: [{ chosen: watched, happens: newNote('Likes mornings') }],
    proof: ({ sent }) =>
      expect(sent.map(({ values }) => values)).toEqual([
        { Email: marcelo.email, Note: 'Likes mornings' },
      ]),
  },
  'Tags from a note’s words': {
    parts: [
      {
        chosen: watched,
        happens: async (guide) => {
          await newNote('Asks for Whitening')(guide);
        },
      },
    ],
    proof: ({ contact }) =>
      expect(contact(marcelo.id)?.tags).toEqual(['implants', 'no show', 'whitening']),
  },
  'A scheduled export': {
    parts: [
      {
        happens: async ({ run }) => {
          await run('create_contact', { firstName: 'Eva', email: 'eva@example.com' });
          await run('update_contact', { ...watched, lastName: 'Roth' });
        },
      },
      {},
    ],
    proof: ({ sent }) => {
      expect(sent).toHaveLength(1);
      expect(String(sent[0]?.values.List).split('\n').sort()).toEqual([
        'Eva; eva@example.com; ',
        'Marcelo Roth; marcelo.simonis0@example.com; +16462000000',
      ]);
    },
  },
  'An alert when a sync fails': {
    parts: [{ chosen: watched }],
    proof: ({ tasksOf, sent }) => {
      expect(tasksOf(marcelo.id)).toContainEqual(
        expect.objectContaining({
          title: 'Check the Zap “HighLevel to Salesmate”',
          body: 'HighLevel did not find this.',
        }),
      );
      expect(sent.map(({ values }) => values)).toEqual([
        { Title: 'HighLevel to Salesmate failed', Text: 'HighLevel did not find this.' },
      ]);
    },
  },
  'Look a contact up, with tasks, notes and upcoming appointments': {
    parts: [
      {},
      { chosen: watched, happens: newTask('Send the plan', '2026-12-02T10:00:00Z') },
      { chosen: watched, happens: newNote('Likes mornings') },
      { chosen: watched, happens: booking },
    ],
    proof: ({ sent }) =>
      expect(sent.map(({ values }) => values)).toMatchObject([
        { Email: marcelo.email, Phone: marcelo.phone, 'HighLevel ID': marcelo.id },
        { 'HighLevel ID': marcelo.id, Title: 'Send the plan' },
        { 'HighLevel ID': marcelo.id, Note: 'Likes mornings' },
        { 'HighLevel ID': marcelo.id, Title: 'Whitening', Start: expect.stringMatching(/^20/) },
      ]),
  },
  'Task and note history, both ways': {
    parts: [
      {
        chosen: watched,
        happens: async (guide) => {
          await newNote('Likes mornings')(guide);
          await newNote('From SalesNexus: Met at the fair.')(guide);
        },
      },
      {},
      {},
    ],
    proof: ({ sent, notesOf, tasksOf }) => {
      expect(sent.map(({ values }) => values)).toEqual([
        { 'HighLevel ID': marcelo.id, Note: 'From HighLevel: Likes mornings' },
      ]);
      expect(
        notesOf(marcelo.id).filter(({ body }) => body === 'From SalesNexus: Met at the fair.'),
      ).toHaveLength(2);
      expect(tasksOf(marcelo.id)).toContainEqual(
        expect.objectContaining({
          title: 'Send the brochure',
          dueDate: '2026-12-01T15:00:00.000Z',
        }),
      );
    },
  },
  'Business data beside its contacts': {
    parts: [
      {},
      {
        happens: async ({ run }) => {
          const { id } = await run('list_businesses', {});
          return run('update_business', { businessId: id, city: 'Yonkers' });
        },
      },
    ],
    proof: ({ businesses, contact, sent }) => {
      const made = businesses.find(({ name }) => name === 'Chelsea Books');
      expect(made).toMatchObject({ phone: '+12125550177', website: 'https://books.example.com' });
      expect(contact(marcelo.id)?.businessId).toBe(made?.id);
      expect(sent.map(({ values }) => values)).toMatchObject([{ City: 'Yonkers' }]);
    },
  },
  'Contacts from web leads': {
    parts: [{ chosen: async ({ run }) => ({ pipelineId: (await run('list_pipelines', {})).id }) }],
    proof: ({ withEmail, opportunitiesOf, sent }) => {
      const lead = withEmail('lena.okafor@example.com');
      expect(lead).toMatchObject({ firstName: 'Lena', phone: '+13125550150', tags: ['web lead'] });
      expect(opportunitiesOf(lead?.id)).toMatchObject([
        { name: 'Lena Okafor: How much is an implant?', status: 'open' },
      ]);
      expect(sent.map(({ values }) => values)).toEqual([
        { Name: 'Lena Okafor', Email: 'lena.okafor@example.com', 'HighLevel ID': lead?.id },
      ]);
    },
  },
  'A text creates or updates the contact and a follow-up task': {
    parts: [{}],
    proof: ({ withPhone, tasksOf }) => {
      const made = withPhone('+13125550160');
      expect(made?.tags).toEqual(['texted']);
      expect(tasksOf(made?.id)).toMatchObject([
        {
          title: 'Answer the text',
          body: 'Do you still have a time on Monday?',
          dueDate: '2026-11-24T15:00:00.000Z',
        },
      ]);
    },
  },
  'A text creates a task, and a text completes it': {
    parts: [{}, {}],
    proof: ({ withPhone, tasksOf }) =>
      expect(tasksOf(withPhone('+13125550160')?.id)).toMatchObject([
        { title: 'TASK order new gloves', completed: true },
      ]),
  },
  'Appointment reminders': {
    parts: [
      {
        chosen: firstCalendar,
        happens: async (guide) => {
          // One in two weeks, and one that is moved to the next hours.
          await booking(guide);
          const { id } = await booking(guide);
          const all = appointments(guide.sandbox.state.main);
          const one = all.get(String(id));
          if (!one) throw new Error('Nothing was booked.');
          const startTime = today + 36_000_000;
          all.set(one.id, { ...one, title: 'Check-up', startTime, endTime: startTime + 1_800_000 });
        },
      },
    ],
    proof: ({ fired, sent }) => {
      expect(fired).toEqual([1]);
      expect(sent.map(({ values }) => values)).toEqual([
        {
          To: marcelo.phone,
          Text: expect.stringMatching(/^Marcelo, we see you at 20.*: Check-up$/),
        },
      ]);
    },
  },
};

test('every recipe is played', () => {
  expect(Object.keys(plays)).toEqual(recipes.map(({ name }) => name));
});

test('no task is overdue when a recipe makes it', () => {
  const dueDates = recipes
    .flatMap(({ zaps }) => zaps.flatMap(({ steps }) => steps))
    .flatMap((step) => ('use' in step && step.use === 'create_contact_task' ? [step.map] : []))
    .map(({ dueDate }) => String(dueDate));
  expect(dueDates.length).toBeGreaterThan(8);
  // The time of what has just happened is over; a day later, or what another app calls due, is not.
  expect(dueDates.filter((one) => !/\.(Output|Due)\}\}$/.test(one))).toEqual([]);
});

const played = pairs(Object.entries(plays), ['sub-account', 'agency'] as const).map(
  ([[name, { parts, proof }], account]) => ({ name, parts, proof, account }),
);

test.each(played)(
  '$name, on a connection to a $account',
  async ({ name, parts, proof, account }) => {
    proof(await play(account, name, parts));
  },
);

test('docs/zaps.md says what the recipes do', () => {
  expect(readFileSync('docs/zaps.md', 'utf8')).toBe(zapsPage());
});
