import { needed } from '../../parts/checks';
import { TextField } from '../../parts/fields';
import type { Check, FieldState } from '../../parts/form';

/** What is wrong with a certificate's code before it is asked for. */
export const certificateCode: Check = needed('核验码');

/** The code that stands on every certificate and receipt. */
export function CodeInput({ field }: { field: FieldState }) {
  return (
    <TextField
      {...field}
      label="核验码"
      hint="印在证明或回单的下方；也可以用手机扫上面的二维码"
      autoComplete="off"
      maxLength={64}
      read={(text) => text.normalize('NFKC').trimStart()}
    />
  );
}
