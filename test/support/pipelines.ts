import { highlevel } from './api.ts';

/** Answers the look-up of pipelines, which brings the names beside the ids; z.cache may make it needless. */
export const pipelinesAnswer = () =>
  highlevel()
    .get('/opportunities/pipelines?locationId=loc1')
    .optionally()
    .reply(200, {
      pipelines: [
        {
          id: 'p1',
          name: 'New Patients',
          position: 'ZyyrrRZ',
          stages: [
            { id: 's1', name: 'New Inquiry', position: 0 },
            { id: 's2', name: 'Accepted', position: 1 },
          ],
        },
        { id: 'p2', name: 'Implants', position: 'ZyyrrRa', stages: [{ id: 's3', name: 'Scan' }] },
      ],
    });

/** Answers the look-up of opportunity custom fields. */
export const customFieldsAnswer = () =>
  highlevel()
    .get('/locations/loc1/customFields?model=opportunity')
    .optionally()
    .reply(200, {
      customFields: [
        {
          id: 'f1',
          name: 'Financing',
          model: 'opportunity',
          fieldKey: 'opportunity.financing',
          dataType: 'SINGLE_OPTIONS',
          picklistOptions: ['None', '12 months'],
        },
        {
          id: 'f2',
          name: 'Decision Date',
          model: 'opportunity',
          fieldKey: 'opportunity.decision_date',
          dataType: 'DATE',
        },
        {
          id: 'f3',
          name: 'Insurance Share',
          model: 'opportunity',
          fieldKey: 'opportunity.insurance_share',
          dataType: 'MONETORY',
        },
        {
          id: 'f4',
          name: 'Remarks',
          model: 'opportunity',
          fieldKey: 'opportunity.remarks',
          dataType: 'LARGE_TEXT',
        },
      ],
    });
