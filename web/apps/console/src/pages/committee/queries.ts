import {
  api,
  call,
  type MeetingRecord,
  type MeetingSummary,
  type ResolutionRecord,
  type ResolutionSummary,
  upload,
} from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

export const meetingList: ServerList<MeetingSummary> = {
  name: 'meetings',
  path: '/api/meetings',
  page: (query) => call(api.GET('/api/meetings', { params: { query } })),
};

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ['meetings', id],
    queryFn: () => call(api.GET('/api/meetings/{id}', { params: { path: { id } } })),
  });

export const resolutionList: ServerList<ResolutionSummary> = {
  name: 'resolutions',
  path: '/api/resolutions',
  page: (query) => call(api.GET('/api/resolutions', { params: { query } })),
};

export const resolutionQuery = (id: string) =>
  queryOptions({
    queryKey: ['resolutions', id],
    queryFn: () => call(api.GET('/api/resolutions/{id}', { params: { path: { id } } })),
  });

/** So many at a time; the others are found by a part of their number or name. */
const MAX_OFFERED = 50;

/** The resolutions that a change of policy may cite, the latest first; with a text, those it names. */
export const citableForPolicyQuery = (text: string) =>
  queryOptions({
    queryKey: ['resolutions', 'citable', 'policy', text],
    queryFn: async () => {
      const asked = { citable: 'true', matter: 'policy', limit: MAX_OFFERED };
      const narrowed =
        text === '' ? [{}] : [{ 'resolution_number.contains': text }, { 'title.contains': text }];
      const pages = await Promise.all(
        narrowed.map((filter) => resolutionList.page({ ...asked, ...filter })),
      );
      const found = pages.flatMap(({ items }) => items);
      return [...new Map(found.map((one) => [one.resolution_id, one])).values()];
    },
  });

/** What is signed goes up first; what it belongs to names it by its digest. */
async function stored(file: File | undefined): Promise<string | undefined> {
  return file && (await upload(file, () => undefined)).file;
}

type Meeting = { meeting: MeetingRecord; minutes: File | undefined };

export async function recordMeeting({ meeting, minutes }: Meeting, once: Once) {
  const file = await stored(minutes);
  const body = { ...meeting, ...(file ? { minutes: file } : {}) };
  return await call(api.POST('/api/meetings', { params: once, body }));
}

type Resolution = { id: string; resolution: ResolutionRecord; document: File | undefined };

export async function recordResolution({ id, resolution, document }: Resolution, once: Once) {
  const file = await stored(document);
  const body = { ...resolution, ...(file ? { document: file } : {}) };
  return await call(
    api.POST('/api/meetings/{id}/resolutions', { params: { path: { id }, ...once }, body }),
  );
}

type Voiding = { id: string; reason: string };

export const voidResolution = ({ id, reason }: Voiding, once: Once) =>
  call(
    api.POST('/api/resolutions/{id}/void', { params: { path: { id }, ...once }, body: { reason } }),
  );
