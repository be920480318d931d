//! Files that go out: whole, or a table batch by batch at the pace of its reader.

use std::io::{self, Write};

use axum::body::{Body, Bytes};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::error::Error;
use futures_util::stream;
use serde::Deserialize;
use services::export::{Csv, Encoding, Xlsx};
use tokio::sync::mpsc;

use crate::trouble::Trouble;

/// A table as text.
pub(crate) const CSV: &str = "text/csv; charset=utf-8";

/// The same for older programs in China.
const CSV_GB18030: &str = "text/csv; charset=gb18030";

/// A workbook, which is compressed already.
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Pieces of a file that wait for a slow reader.
const WAITING: usize = 4;

/// Bytes of such a piece.
const PIECE: usize = 64 * 1024;

/// A table that is fetched while it is read.
pub(crate) trait Batches: Send + 'static {
    /// What one row says.
    type Row: Send + Sync;

    /// The next rows; empty at the end.
    fn next(&mut self) -> impl Future<Output = Result<Vec<Self::Row>, Error>> + Send;

    /// Writes `row` as text.
    fn csv(row: &Self::Row, to: &mut Csv);

    /// Writes `row` with numbers and days that a spreadsheet knows for such.
    fn xlsx(row: &Self::Row, to: &mut Xlsx) -> io::Result<()>;
}

/// How the reader wants text written, as it stands in the address.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(crate) enum Wished {
    /// UTF-8.
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// GB 18030.
    #[serde(rename = "gb18030")]
    Gb18030,
}

/// `table` under `columns` as the CSV file `name`.
pub(crate) fn csv<T: Batches>(table: T, columns: &[&'static str], name: &str) -> Response {
    csv_in(table, columns, name, Wished::Utf8)
}

/// The same in the encoding that the reader wishes.
pub(crate) fn csv_in<T: Batches>(
    table: T,
    columns: &[&'static str],
    name: &str,
    wished: Wished,
) -> Response {
    let (encoding, kind) = match wished {
        Wished::Utf8 => (Encoding::Utf8, CSV),
        Wished::Gb18030 => (Encoding::Gb18030, CSV_GB18030),
    };
    let csv = Csv::encoded(columns, encoding);
    let pieces = stream::try_unfold((table, csv), |(mut table, mut csv)| async {
        for row in &table.next().await? {
            T::csv(row, &mut csv);
        }
        let piece = csv.take();
        // Nothing written and nothing left: the end.
        Ok::<_, Error>((!piece.is_empty()).then(|| (Bytes::from(piece), (table, csv))))
    });
    download(kind, name, Body::from_stream(pieces))
}

/// `table` under `columns` as the workbook `name`.
pub(crate) async fn xlsx<T: Batches>(
    mut table: T,
    columns: &[&'static str],
    name: &str,
) -> Result<Response, Trouble> {
    let broken = |error: io::Error| services::report(&error);
    let mut sheet = Xlsx::new(columns).map_err(broken)?;
    loop {
        let rows = table.next().await?;
        if rows.is_empty() {
            return Ok(workbook(sheet, name));
        }
        for row in &rows {
            T::xlsx(row, &mut sheet).map_err(broken)?;
        }
    }
}

/// `table` as the workbook `name`.
pub(crate) fn workbook(table: Xlsx, name: &str) -> Response {
    let (pieces, waiting) = mpsc::channel(WAITING);
    tokio::task::spawn_blocking(move || {
        let mut file = io::BufWriter::with_capacity(PIECE, Pieces(pieces));
        // A reader who has gone away needs no end.
        if let Err(error) = table.write_to(&mut file).and_then(|()| file.flush()) {
            tracing::debug!(%error, "a download ended early");
        }
    });
    let body = stream::unfold(waiting, |mut waiting| async {
        waiting.recv().await.map(|piece| (Ok::<_, io::Error>(piece), waiting))
    });
    download(XLSX, name, Body::from_stream(body))
}

/// `body` as a file that nobody keeps.
pub(crate) fn download(kind: &'static str, name: &str, body: Body) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(disposition) = HeaderValue::try_from(format!("attachment; filename=\"{name}\"")) {
        headers.insert(CONTENT_DISPOSITION, disposition);
    }
    response
}

/// Writes into a channel what its reader takes out, at the reader's pace.
struct Pieces(mpsc::Sender<Bytes>);

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let piece = Bytes::copy_from_slice(bytes);
        self.0.blocking_send(piece).map_err(|_| io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
