import {
  api,
  call,
  follow,
  type MissingMember,
  type RosterLine,
  type RosterSummary,
  upload,
} from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

/** The workbook that the server gives to be filled in. */
export const TEMPLATE = '/api/rosters/template';

/** A roster's rows as written, with what is wrong with them; corrected, all of them are uploaded. */
export const findingsWorkbook = (id: string, rows: 'all' | 'faulty') =>
  `/api/rosters/${id}/findings.xlsx?rows=${rows}`;

/** A roster without faults in the template's shape. */
export const linesWorkbook = (id: string) => `/api/rosters/${id}/lines.xlsx`;

/** An employer's contributing members as its next roster. */
export const nextWorkbook = (employerId: string) => `/api/employers/${employerId}/next-roster.xlsx`;

export const rosterList: ServerList<RosterSummary> = {
  name: 'rosters',
  path: '/api/rosters',
  page: (query) => call(api.GET('/api/rosters', { params: { query } })),
  totals: (query) => call(api.GET('/api/rosters/totals', { params: { query } })),
};

export const rosterQuery = (id: string) =>
  queryOptions({
    queryKey: ['rosters', id],
    queryFn: () => call(api.GET('/api/rosters/{id}', { params: { path: { id } } })),
  });

/** The lines of a roster; `faulty=true` for those with findings alone. */
export const rosterLineList = (id: string): ServerList<RosterLine> => ({
  name: `roster-lines-${id}`,
  path: `/api/rosters/${id}/lines`,
  page: (query) => call(api.GET('/api/rosters/{id}/lines', { params: { path: { id }, query } })),
  totals: (query) =>
    call(api.GET('/api/rosters/{id}/lines/totals', { params: { path: { id }, query } })),
  bounded: 'itself',
});

/** The employer's contributing members who don't stand in a roster. */
export const missingMemberList = (id: string): ServerList<MissingMember> => ({
  name: `missing-members-${id}`,
  path: `/api/rosters/${id}/missing-members`,
  page: (query) =>
    call(api.GET('/api/rosters/{id}/missing-members', { params: { path: { id }, query } })),
  totals: () =>
    call(api.GET('/api/rosters/{id}/missing-members/totals', { params: { path: { id } } })),
  bounded: 'itself',
});

type NewRoster = {
  employerId: string;
  month: string;
  file: File;
  /** How much of the file has gone, from 0 to 1. */
  onSent: (part: number) => void;
  onRead: (progress: ReadingProgress) => void;
};

/** How far the server has come with a roster's rows. */
export type ReadingProgress = { rows: number; rows_expected: number };

/** Sends the workbook and has the server read it into a preview. */
export async function uploadRoster(
  { employerId, month, file, onSent, onRead }: NewRoster,
  once: Once,
): Promise<{ roster_id: string }> {
  const stored = await upload(file, onSent);
  return follow(
    api.POST('/api/employers/{id}/rosters', {
      params: { path: { id: employerId }, ...once },
      body: { file: stored.file, month },
      headers: { Accept: 'text/event-stream' },
      parseAs: 'stream',
    }),
    onRead,
  );
}

export const confirmRoster = (id: string, once: Once) =>
  call(api.POST('/api/rosters/{id}/confirm', { params: { path: { id }, ...once } }));

export const discardRoster = (id: string, once: Once) =>
  call(api.POST('/api/rosters/{id}/discard', { params: { path: { id }, ...once } }));
