import listFormChoices from '../../../triggers/dropdowns/list_form_choices.ts';
import newFormSubmission from '../../../triggers/forms/new_form_submission.ts';
import { expectSubmissions } from '../../support/submissions.ts';

expectSubmissions(newFormSubmission, listFormChoices, 'form');
