import trigger from '../../../triggers/instant/form_submitted_instant.ts';
import { highlevel } from '../../support/api.ts';
import { failure } from '../../support/run.ts';
import { deliver, hookedTo, locationId, missingKeys, noFields } from './stage.ts';

test('the answers that have no custom field stay under their questions', async () => {
  noFields();
  const [record] = await deliver(trigger, 'workflow-form-submitted-custom-fields');
  expect(record).toMatchObject({
    id: 'ConAAAAAAAAAAAAAAA11',
    form: null,
    otherFields: { Industry: ['Retail'], Location: 'Selangor' },
  });
  expect(missingKeys(trigger, record)).toEqual([]);
});

test('the form by which the contact came last', async () => {
  const contact = { lastAttributionSource: { medium: 'form', mediumId: 'f1' } };
  noFields();
  expect(
    await deliver(trigger, 'workflow-form-submitted-custom-fields', { contact }),
  ).toMatchObject([{ form: { id: 'f1', name: null } }]);
});

test('a form with a payment names itself', async () => {
  noFields();
  expect(await deliver(trigger, 'workflow-payment-received-form')).toMatchObject([
    { form: { id: 'ForAAAAAAAAAAAAAAA01', name: 'Payment Form' } },
  ]);
});

test('an appointment is refused', async () => {
  expect(await failure(deliver(trigger, 'workflow-appointment-booked'))).toContain(
    'This post is about an appointment',
  );
});

test('the editor’s test shows contacts with the form by which they came', async () => {
  highlevel()
    .post('/contacts/search', (body) => body.locationId === locationId)
    .reply(200, {
      contacts: [
        { id: 'c1', attributionSource: { medium: 'form', mediumId: 'f1' } },
        { id: 'c2', attributionSource: { medium: 'manual' } },
      ],
    });
  for (const id of ['c1', 'c2']) highlevel().get(`/contacts/${id}`).reply(200, { contact: { id } });
  expect(await hookedTo(trigger).test()).toMatchObject([
    { id: 'c1', form: { id: 'f1' } },
    { id: 'c2', form: null },
  ]);
});
