import { collection } from '../state/collection.ts';
import type { Location } from '../state/state.ts';
import { contacts } from './contacts.ts';

/** A form or a survey (forms.json, FormsParams). */
type Form = { id: string; name: string; locationId: string };

const named = (kind: string, names: string[]) =>
  collection<Form>(kind, ({ place, id }) =>
    names.map((name) => ({ id: id(name), name, locationId: place.id })),
  );

export const forms = named('forms', ['Contact Us', 'New Patient']);
export const surveys = named('surveys', ['Satisfaction', 'Health History']);

/** What somebody filled in (forms.json, FormsSubmissionsSubmissionsSchema). */
export type Submission = {
  id: string;
  /** Of the form or the survey. */
  formId: string;
  contactId: string;
  name: string;
  email: string;
  createdAt: number;
  message: string;
};

const seeded = (kind: string, of: (place: Location) => Map<string, Form>) =>
  collection<Submission>(`${kind}Submissions`, ({ place, id, ago, faker }) => {
    const all = [...of(place).keys()];
    return Array.from({ length: place.isMain ? 24 : 1 }, (_, i) => {
      const contact = contacts(place).seededAt(i);
      return {
        id: id(i),
        formId: all[i % all.length] ?? '',
        contactId: contact?.id ?? '',
        name: [contact?.firstName, contact?.lastName].filter(Boolean).join(' '),
        email: contact?.email ?? '',
        createdAt: ago(i * 0.9 + 0.1),
        message: faker.lorem.sentence(),
      };
    });
  });

export const formSubmissions = seeded('form', forms);
export const surveySubmissions = seeded('survey', surveys);

/** Somebody submits a form or a survey: what happens in HighLevel without the API. */
export function submit(location: Location, kind: 'form' | 'survey', message: string): Submission {
  const all = (kind === 'form' ? formSubmissions : surveySubmissions)(location);
  const [first] = all.values();
  if (!first) throw new Error(`Nobody has submitted a ${kind} yet.`);
  const { state } = location;
  const submission = { ...first, id: state.newId(), createdAt: state.now(), message };
  all.set(submission.id, submission);
  return submission;
}
