import documentSigned from '../../../triggers/payments/document_signed.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('asks for what is signed, and gives who signed', async () => {
  highlevel()
    .get('/proposals/document')
    .query({ locationId: 'loc1', status: 'completed,accepted', skip: '0', limit: '100' })
    .reply(200, {
      documents: [
        {
          _id: 'd1',
          documentId: 'x1',
          name: 'Plan',
          status: ['completed'],
          paymentStatus: ['no_payment'],
          documentRevision: 2,
          grandTotal: { amount: 450, currency: 'USD' },
          recipients: [{ id: 'c1', firstName: 'Maria', lastName: 'Alvarez', hasCompleted: true }],
          fillableFields: [{ value: 'secret' }],
        },
        { _id: 'd2', status: 'draft' },
      ],
      total: 2,
    });
  const found = await poll(documentSigned);
  expect(found).toMatchObject([
    {
      id: 'd1',
      revision: 'signed-2',
      status: 'completed',
      amount: 450,
      recipients: [{ id: 'c1', name: 'Maria Alvarez', hasCompleted: true }],
    },
  ]);
  expect(found[0]).not.toHaveProperty('fillableFields');
});
