import { api, type BankAccount, call } from '@anju/api';
import { useQuery } from '@tanstack/react-query';
import { useMay } from './actions';

/**
 * The accounts that contributions are paid into (归集: 住房公积金存款户); those for surplus and
 * entrusted loans take none. Nothing for those who may not see them, without asking in vain.
 */
export function useFundAccounts(): BankAccount[] {
  const mayRead = useMay('bank_account.read');
  const accounts = useQuery({
    queryKey: ['bank-accounts'],
    queryFn: () => call(api.GET('/api/bank-accounts')),
    staleTime: 600_000,
    enabled: mayRead,
  });
  return (accounts.data?.items ?? []).filter(({ nature }) => nature === 'fund');
}

/** An account as people tell it from the others, the centre being the holder of them all. */
export function bankAccountWords(account: Pick<BankAccount, 'bank_name' | 'account_number'>) {
  return `${account.bank_name}（尾号 ${account.account_number.slice(-4)}）`;
}
