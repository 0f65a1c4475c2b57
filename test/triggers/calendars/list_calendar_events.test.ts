import listCalendarEvents from '../../../triggers/calendars/list_calendar_events.ts';
import { expectEventList } from '../../support/eventLists.ts';

expectEventList(listCalendarEvents, '/calendars/events');
