import listSurveyChoices from '../../../triggers/dropdowns/list_survey_choices.ts';
import newSurveySubmission from '../../../triggers/forms/new_survey_submission.ts';
import { expectSubmissions } from '../../support/submissions.ts';

expectSubmissions(newSurveySubmission, listSurveyChoices, 'survey');
