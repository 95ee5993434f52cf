//! A server of one page after the other, on this machine.

#![allow(unreachable_pub, reason = "a module of tests is never public")]

use std::io::{BufRead as _, BufReader, Cursor, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

type Answer = Box<dyn Fn(&str) -> Reply + Send>;

/// A server on a port of its own, until it is dropped.
pub struct Server {
    at: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
    answer: Arc<Mutex<Answer>>,
    over: Arc<AtomicBool>,
}

impl Server {
    /// Answers each path by `answer`.
    pub fn start(answer: impl Fn(&str) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let at = listener.local_addr().expect("an address");
        let answer: Arc<Mutex<Answer>> = Arc::new(Mutex::new(Box::new(answer)));
        let (asked, over) = (Arc::default(), Arc::<AtomicBool>::default());
        let server =
            Self { at, asked: Arc::clone(&asked), answer: Arc::clone(&answer), over: Arc::clone(&over) };
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if over.load(Ordering::Relaxed) {
                    return;
                }
                let (asked, answer) = (Arc::clone(&asked), Arc::clone(&answer));
                thread::spawn(move || serve(&stream, &asked, &answer));
            }
        });
        server
    }

    /// From now on it answers so.
    pub fn answers(&self, answer: impl Fn(&str) -> Reply + Send + 'static) {
        *self.answer.lock().expect("unharmed") = Box::new(answer);
    }

    /// The address of `path`.
    pub fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    /// Every request so far, with its headers.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("unharmed").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // Wakes the thread, which then lets the port go.
        let _ = TcpStream::connect(self.at);
    }
}

fn serve(stream: &TcpStream, asked: &Mutex<Vec<String>>, answer: &Mutex<Answer>) {
    let mut request = String::new();
    let mut reader = BufReader::new(stream);
    while !request.ends_with("\r\n\r\n") {
        if reader.read_line(&mut request).unwrap_or(0) == 0 {
            return;
        }
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let reply = answer.lock().expect("unharmed")(path.split('?').next().unwrap_or_default());
    asked.lock().expect("unharmed").push(request);
    // Whoever has enough hangs up.
    let _ = reply.send(stream);
}

/// What happens after the body.
enum After {
    /// The connection is closed.
    Close,
    /// Nothing more comes.
    Silence,
    /// The body comes again and again.
    Endless,
}

/// An answer.
pub struct Reply {
    head: String,
    body: Vec<u8>,
    /// The length that is announced; `None` announces none.
    length: Option<usize>,
    after: After,
}

impl Reply {
    /// A body of that type.
    pub fn new(kind: &str, body: &[u8]) -> Self {
        let kind = if kind.is_empty() { String::new() } else { format!("Content-Type: {kind}\r\n") };
        let head = format!("HTTP/1.1 200 OK\r\n{kind}");
        Self { head, body: body.to_vec(), length: Some(body.len()), after: After::Close }
    }

    /// A page in UTF-8.
    pub fn page(html: &str) -> Self {
        Self::new("text/html; charset=utf-8", html.as_bytes())
    }

    /// A redirection.
    pub fn redirect(target: &str) -> Self {
        Self { head: format!("HTTP/1.1 302 Found\r\nLocation: {target}\r\n"), ..Self::new("", b"") }
    }

    /// A page with another status.
    pub fn status(status: &str) -> Self {
        let head = format!("HTTP/1.1 {status} So\r\nContent-Type: text/html\r\n");
        Self { head, ..Self::new("", b"<html><body><p>Une page qui dit ce qui ne va pas.</p></body></html>") }
    }

    /// The same with another header.
    pub fn header(mut self, line: &str) -> Self {
        self.head.push_str(line);
        self.head.push_str("\r\n");
        self
    }

    /// No answer at all.
    pub fn silence() -> Self {
        Self { head: String::new(), length: None, after: After::Silence, ..Self::new("", b"") }
    }

    /// The same, of which the end never comes.
    pub fn then_silence(self) -> Self {
        Self { length: Some(self.body.len() + 1), after: After::Silence, ..self }
    }

    /// The same, of which the end is missing.
    pub fn cut_short(self) -> Self {
        Self { length: Some(self.body.len() + 100), ..self }
    }

    /// A body without an end.
    pub fn endless(part: &[u8]) -> Self {
        Self { length: None, after: After::Endless, ..Self::new("text/html", part) }
    }

    /// So many bytes, packed.
    pub fn gzip_bomb(bytes: usize) -> Self {
        Self::new("text/html", &gzip_of_zeros(bytes)).header("Content-Encoding: gzip")
    }

    fn send(self, mut stream: &TcpStream) -> std::io::Result<()> {
        if !self.head.is_empty() {
            let length =
                self.length.map(|length| format!("Content-Length: {length}\r\n")).unwrap_or_default();
            write!(stream, "{}{length}Connection: close\r\n\r\n", self.head)?;
        }
        stream.write_all(&self.body)?;
        match self.after {
            After::Close => Ok(()),
            After::Silence => {
                // Until the other side hangs up.
                let mut rest = Vec::new();
                BufReader::new(stream).read_until(0, &mut rest).map(drop)
            }
            After::Endless => loop {
                stream.write_all(&self.body)?;
            },
        }
    }
}

/// A gzip file of so many NULs: the stream that a ZIP archive has of them, with another frame.
fn gzip_of_zeros(bytes: usize) -> Vec<u8> {
    let zeros = vec![0; bytes];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("a", zip::write::SimpleFileOptions::default()).expect("begun");
    archive.write_all(&zeros).expect("packed");
    let archive = archive.finish().expect("packed");
    let mut packed = b"\x1f\x8b\x08\0\0\0\0\0\0\xff".to_vec();
    let mut archive = zip::ZipArchive::new(archive).expect("an archive");
    archive.by_index_raw(0).expect("there").read_to_end(&mut packed).expect("read");
    packed.extend(crc32fast::hash(&zeros).to_le_bytes());
    packed.extend((bytes as u32).to_le_bytes());
    packed
}
