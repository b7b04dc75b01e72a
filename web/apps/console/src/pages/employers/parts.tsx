import { Col, Select } from 'antd';
import type { ReactNode } from 'react';

/** A field's place in a form of employers. */
export function Cell({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return wide ? (
    <Col xs={24} lg={16} xl={12}>
      {children}
    </Col>
  ) : (
    <Col xs={24} sm={12} lg={8} xl={6}>
      {children}
    </Col>
  );
}

/** Chooses a code by its figures or its word. */
export function CodeSelect(props: { options: { value: string; label: string }[] }) {
  return (
    <Select {...props} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} />
  );
}

/** Letters of codes are capital; what is empty isn't sent. */
export function upper(text: string | undefined): string | undefined {
  return text?.normalize('NFKC').trim().toUpperCase() || undefined;
}
