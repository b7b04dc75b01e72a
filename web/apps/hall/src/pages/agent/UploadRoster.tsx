import { formatCount, monthInWords } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { type ReadingProgress, rosterExport, rosterTemplate, uploadRoster } from '../../api';
import { useChange } from '../../app/change';
import { Way } from '../../app/links';
import { Button } from '../../parts/fields';
import { Card, Page } from '../../parts/Page';
import { Note, ProblemNote } from '../../parts/ProblemNote';
import { Workbook } from '../../parts/Workbook';
import { employerQuery } from './queries';

/** Where an upload is: on its way, or being read by the server. */
type Stage = { kind: 'sending'; part: number } | ({ kind: 'reading' } & ReadingProgress);

const NOT_BEGUN: Stage = { kind: 'sending', part: 0 };

/** Upload of the list that the employer has, for one month. */
export function UploadRoster() {
  const { employerId } = useParams({ strict: false }) as { employerId: string };
  const { month: asked } = useSearch({ strict: false });
  const employer = useSuspenseQuery(employerQuery(employerId)).data;
  const month = asked ?? employer.next_month ?? '';
  if (!employer.can.includes('upload_roster') || month === '') {
    return (
      <Page title="上传清册" lead={employer.name}>
        <Note>这个单位现在没有要上传的清册。</Note>
        <Way to="/employers/$employerId" params={{ employerId }} className="button">
          回到单位首页
        </Way>
      </Page>
    );
  }
  return (
    <Page title={`上传 ${month} 清册`} lead={employer.name}>
      <Card title="一、准备清册">
        <p>
          用单位自己的工资表就行，列的次序随意，要有姓名、证件号码、缴存基数。没有现成表格的，下载一份来填：
        </p>
        <div className="buttons">
          <Workbook path={rosterExport(employerId)}>下载在缴职工清册</Workbook>
          <Workbook path={rosterTemplate(employerId)}>下载空白模板</Workbook>
        </div>
      </Card>
      <Card title="二、上传核对">
        <UploadForm key={month} employerId={employerId} month={month} />
      </Card>
    </Page>
  );
}

function UploadForm({ employerId, month }: { employerId: string; month: string }) {
  const [file, setFile] = useState<File>();
  const [isMissing, setMissing] = useState(false);
  const [stage, setStage] = useState<Stage>(NOT_BEGUN);
  const upload = useChange(uploadRoster);
  const navigate = useNavigate();
  const submit = () => {
    setMissing(file === undefined);
    if (file === undefined) return;
    setStage(NOT_BEGUN);
    const onSent = (part: number) => setStage({ kind: 'sending', part });
    const onRead = (progress: ReadingProgress) => setStage({ kind: 'reading', ...progress });
    upload.mutate(
      { employerId, month, file, onSent, onRead },
      {
        onSuccess: ({ roster_id: rosterId }) =>
          navigate({
            to: '/employers/$employerId/rosters/$rosterId',
            params: { employerId, rosterId },
          }),
      },
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FileField
        isMissing={isMissing}
        choose={(chosen) => {
          setFile(chosen);
          setMissing(false);
          upload.reset();
        }}
      />
      {upload.error && <ProblemNote error={upload.error} />}
      {upload.isPending && <Progress stage={stage} />}
      <Button type="submit" isMain isBusy={upload.isPending}>
        上传 {monthInWords(month)}清册
      </Button>
      <p className="hint">上传后先给您核对，确认之前什么都不会改动。</p>
    </form>
  );
}

type FileProps = { isMissing: boolean; choose: (file: File | undefined) => void };

function FileField({ isMissing, choose }: FileProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>清册文件</label>
      <input
        id={id}
        type="file"
        accept=".xlsx,.xlsm,.csv,.txt"
        aria-invalid={isMissing}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => choose(target.files?.[0])}
      />
      <p id={`${id}-said`} className={isMissing ? 'fault' : 'hint'}>
        {isMissing ? '请先选择清册文件' : 'Excel（.xlsx、.xlsm）或 .csv'}
      </p>
    </div>
  );
}

/** How far an upload has come. Leaving the page doesn't stop what the server has begun. */
function Progress({ stage }: { stage: Stage }) {
  const words = wordsOf(stage);
  return (
    <div className="progress">
      <progress aria-label="上传进度" max={1} value={partOf(stage)} />
      <p role="status" className="hint">
        {words}
      </p>
    </div>
  );
}

function partOf(stage: Stage): number {
  if (stage.kind === 'sending') return stage.part;
  return stage.rows_expected > 0 ? Math.min(1, stage.rows / stage.rows_expected) : 0;
}

function wordsOf(stage: Stage): string {
  if (stage.kind === 'sending') return stage.part < 1 ? '正在上传文件' : '正在打开文件';
  return `已核对 ${formatCount(stage.rows)} 行，共约 ${formatCount(stage.rows_expected)} 行`;
}
