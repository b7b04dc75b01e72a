import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { Way } from '../../app/links';
import { need } from '../employers/fields';
import { citableForPolicy } from './queries';

/** The resolution that a change of policy rests on, among those adopted that stand. */
export function ResolutionField({ required }: { required: boolean }) {
  const { data: resolutions, isLoading } = useQuery(citableForPolicy);
  const options = resolutions?.map(({ resolution_id, number, title, held_on }) => ({
    value: resolution_id,
    label: `${number} ${title}（${held_on}）`,
  }));
  return (
    <Form.Item
      name="resolution_id"
      label="管委会决议"
      rules={required ? [need('管委会决议')] : []}
      extra={
        options?.length === 0 ? (
          <>
            还没有可以引用的“政策调整”决议，请先在<Way to="/meetings">管委会会议</Way>中登记
          </>
        ) : required ? (
          '该参数由管委会决定，须以决议为依据'
        ) : (
          '由管委会决定的，选择所依据的决议'
        )
      }
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        loading={isLoading}
        options={options ?? []}
        placeholder={required ? '请选择' : '可以不选'}
      />
    </Form.Item>
  );
}
