import type { Maybe } from '@anju/api';
import { useQuery } from '@tanstack/react-query';
import type { HallDemo } from '../api';
import { centreQuery } from './session';

/** 全国统一的住房公积金热线. */
export const HOTLINE = '12329';

/** The centre's name; what it is while that isn't known. */
export function useCentreName(): string {
  return useQuery(centreQuery).data?.name ?? '住房公积金管理中心';
}

/** The people of a demo; nothing where real people sign in. */
export function useHallDemo(): Maybe<HallDemo> {
  return useQuery(centreQuery).data?.hall_demo;
}
