import { messageOf } from './app.ts';
import type { Page } from './pages/layout.ts';
import { type Listed, zapsPage } from './pages/zaps.ts';
import type { Session } from './session.ts';

/** The Zaps of the folder, and how they are doing. */
export const listed = (session: Session): Listed[] =>
  session.store.ids().map((id) => {
    const live = session.live(id);
    const about = { id, isOn: live.isOn, runs: live.runs.length };
    try {
      return { ...about, file: session.draft(id).file };
    } catch (error) {
      return { ...about, trouble: messageOf(error) };
    }
  });

/** The page of all Zaps. @param trouble why what was asked for did not work */
export const zapList = (session: Session, trouble = ''): Page => ({
  title: 'Zaps',
  place: 'zaps',
  url: '/zaps',
  content: zapsPage(listed(session), session.store.folder, trouble),
});
