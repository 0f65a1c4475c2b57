import { collection } from '../state/collection.ts';

/** A file or a folder of the media library (medias.json, GetFilesResponseDTO). */
type Media = {
  id: string;
  name: string;
  type: 'file' | 'folder';
  url?: string | undefined;
  parentId?: string | undefined;
  createdAt: number;
};

export const medias = collection<Media>('medias', ({ hexId, ago }) => [
  { id: hexId('Before and after'), name: 'Before and after', type: 'folder', createdAt: ago(90) },
  {
    id: hexId('practice.jpg'),
    name: 'practice.jpg',
    type: 'file',
    url: 'https://storage.example.com/practice.jpg',
    createdAt: ago(60),
  },
]);
