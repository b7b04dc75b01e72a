import { api, type CertificateSummary, call } from '@anju/api';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

export const certificateList: ServerList<CertificateSummary> = {
  name: 'certificates',
  path: '/api/certificates',
  page: (query) => call(api.GET('/api/certificates', { params: { query } })),
};

/** Where a paper is read as a PDF file. */
export const pdfOf = (id: string) => `/api/certificates/${id}/pdf`;

type OfAccount = { no: string; months: number };

export const issueContribution = ({ no, months }: OfAccount, once: Once) =>
  call(
    api.POST('/api/accounts/{no}/certificates', {
      params: { path: { no }, ...once },
      body: { months },
    }),
  );

type OfEntry = { no: string; entryNo: number };

export const issueEntryReceipt = ({ no, entryNo }: OfEntry, once: Once) =>
  call(
    api.POST('/api/accounts/{no}/receipts', {
      params: { path: { no }, ...once },
      body: { entry_no: entryNo },
    }),
  );

export const issueReceipt = (id: string, once: Once) =>
  call(api.POST('/api/remittances/{id}/receipt', { params: { path: { id }, ...once } }));

type Voiding = { id: string; reason: string };

export const voidCertificate = ({ id, reason }: Voiding, once: Once) =>
  call(
    api.POST('/api/certificates/{id}/void', {
      params: { path: { id }, ...once },
      body: { reason },
    }),
  );
