import type { Attachment } from '../../contract/announcementContent';
import type { AnnouncementStatus } from '../../contract/announcementFlow';
import type { DatabasePool } from '../../database/pool';

interface Row {
  status: AnnouncementStatus;
  attachments: Attachment[] | null;
  media_type: string | null;
  is_shown: boolean;
}

/** The file of this hash as the announcement's current version, or an earlier one, shows it. */
export async function findAnnouncementFile(pool: DatabasePool, id: number, hash: string) {
  const { rows } = await pool.query<Row>({
    name: 'announcement_file',
    text: `select a.status, shown.attachments, f.media_type, shown.is_shown
      from announcements a
      left join stored_files f on f.hash = $2
      left join lateral (
        select true as is_shown, v.content -> 'attachments' as attachments from announcement_versions v
        where v.announcement_id = a.id and a.status <> 'withdrawn'
          and (v.content -> 'attachments' @> jsonb_build_array(jsonb_build_object('hash', $2::text)) or v.content -> 'pictures' ? $2)
        order by v.version desc limit 1
      ) shown on true
      where a.id = $1 and a.status <> 'unpublished'`,
    values: [id, hash],
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  const attachment = row.attachments?.find((each) => each.hash === hash);
  return { status: row.status, isShown: row.is_shown, name: attachment?.name, mediaType: row.media_type ?? attachment?.mediaType };
}
