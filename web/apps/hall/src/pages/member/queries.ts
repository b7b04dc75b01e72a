import { queryOptions } from '@tanstack/react-query';
import { listCertificates, listYears, readMember } from '../../api';

export const memberQuery = queryOptions({ queryKey: ['member'], queryFn: readMember });

export const yearsQuery = queryOptions({ queryKey: ['years'], queryFn: listYears });

export const certificatesQuery = queryOptions({
  queryKey: ['certificates'],
  queryFn: listCertificates,
});
