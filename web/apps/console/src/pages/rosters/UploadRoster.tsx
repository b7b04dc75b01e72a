import { problemOf } from '@anju/api';
import { DateInput, dated, ProblemAlert, type Search } from '@anju/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Space, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { useMay } from '../../app/actions';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { useUrlSearch } from '../../app/list';
import { Page, Panel } from '../../app/Page';
import { EmployerSelect } from '../employers/EmployerSelect';
import { need } from '../employers/fields';
import { employerQuery } from '../employers/queries';
import { nextWorkbook, type ReadingProgress, TEMPLATE, uploadRoster } from './queries';
import { type Stage, UploadProgress } from './UploadProgress';

type Values = { employer_id?: string; month?: string };

const draft = draftOf<Values>('upload-roster');
const NOT_BEGUN: Stage = { kind: 'sending', part: 0 };

/** Upload of an employer's roster: the list it has in Excel, for one month. */
export function UploadRoster() {
  const [search] = useUrlSearch();
  const [form] = Form.useForm<Values>();
  // A link that says whose roster it is goes before what was left here.
  const [initial] = useState(() => (search.employer_id ? valuesOf(search) : (draft.kept ?? {})));
  const [file, setFile] = useState<File>();
  const [stage, setStage] = useState<Stage>(NOT_BEGUN);
  const navigate = useNavigate();
  const upload = useChange(uploadRoster);
  const mayExport = useMay('roster.export');
  const employerId = Form.useWatch('employer_id', form);
  const employer = useQuery({
    ...employerQuery(employerId ?? ''),
    enabled: employerId !== undefined,
  }).data;
  useNextMonth(form, employer?.next_month, initial.month);
  const month = Form.useWatch('month', form);

  // A month that follows from the employer isn't a person's choice.
  const keepChosen = ({ employer_id, month }: Values) =>
    draft.keep(form.isFieldTouched('month') ? { employer_id, month } : { employer_id });

  const submit = ({ employer_id, month }: Values) => {
    if (file === undefined || employer_id === undefined || month === undefined) return;
    setStage(NOT_BEGUN);
    let began = 0;
    const onSent = (part: number) => {
      began = performance.now();
      setStage({ kind: 'sending', part });
    };
    const onRead = (progress: ReadingProgress) =>
      setStage({ kind: 'reading', elapsedMs: performance.now() - began, ...progress });
    upload.mutate(
      { employerId: employer_id, month, file, onSent, onRead },
      {
        onSuccess: ({ roster_id }) => {
          draft.drop();
          navigate({ to: '/rosters/$rosterId', params: { rosterId: roster_id } });
        },
      },
    );
  };

  return (
    <Page
      title="上传清册"
      actions={
        <>
          {mayExport && employerId !== undefined && (
            <Button href={nextWorkbook(employerId)}>下载在缴职工清册</Button>
          )}
          <Button href={TEMPLATE}>下载清册模板</Button>
        </>
      }
    >
      <Panel>
        <Form
          form={form}
          layout="vertical"
          className="upload-form"
          scrollToFirstError={{ block: 'center', focus: true }}
          initialValues={initial}
          onValuesChange={(_changed, values) => keepChosen(values)}
          onFinish={submit}
        >
          {upload.error ? <ProblemAlert error={upload.error} /> : null}
          <div className="form-row">
            <Form.Item name="employer_id" label="缴存单位" rules={[need('缴存单位')]}>
              <EmployerSelect />
            </Form.Item>
            <Form.Item name="month" label="汇缴年月" rules={[need('汇缴年月'), dated('month')]}>
              <DateInput picker="month" />
            </Form.Item>
          </div>
          {/* What the upload would be told, before a file is looked for. */}
          {employer?.next_month_refused && month === employer.next_month && (
            <ProblemAlert error={problemOf(409, employer.next_month_refused)} />
          )}
          <Form.Item label="清册文件" required htmlFor="roster-file">
            <Upload.Dragger
              id="roster-file"
              accept=".xlsx,.xlsm,.csv,.txt"
              maxCount={1}
              beforeUpload={(chosen) => {
                setFile(chosen);
                upload.reset();
                return false;
              }}
              onRemove={() => setFile(undefined)}
            >
              <p className="drop-here">把单位的清册（.xlsx、.xlsm 或 .csv）拖到这里，或点击选择</p>
              <p className="hint">
                列的次序随意，按表头名称识别：姓名、证件号码、缴存基数、缴存比例、缴存额。先预览，确认之前什么都不会改动。
              </p>
            </Upload.Dragger>
          </Form.Item>
          {upload.isPending && <UploadProgress stage={stage} />}
          <Space>
            <Button
              type="primary"
              htmlType="submit"
              disabled={file === undefined}
              loading={upload.isPending}
            >
              上传并预览
            </Button>
            <DraftNote done="上传成功" />
          </Space>
        </Form>
      </Panel>
    </Page>
  );
}

/** The month that the employer's next roster is for, unless the address or a person has said another. */
function useNextMonth(
  form: ReturnType<typeof Form.useForm<Values>>[0],
  next: string | undefined,
  given: string | undefined,
) {
  useEffect(() => {
    if (given === undefined && next !== undefined && !form.isFieldTouched('month')) {
      form.setFieldsValue({ month: next });
    }
  }, [given, next, form]);
}

/** What the address says. */
function valuesOf({ employer_id, month }: Search): Values {
  return { ...(employer_id ? { employer_id } : {}), ...(month ? { month } : {}) };
}
