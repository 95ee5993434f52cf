//! Kills at random moments and at each system call; several writers at once.

use crate::library::{Window, home};
use crate::writer::{Said, Writer, holds};
use crate::{long_or, runs, skipped};
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::time::{Duration, Instant};

/// From 0 to `below` excluded, by chance.
fn chance(below: u64) -> u64 {
    RandomState::new().build_hasher().finish() % below
}

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    let (root, paths) = home();
    let kills = long_or(500, 10);
    let names: Vec<String> = (0..kills).map(|number| format!("w{number}")).collect();
    let mut saids: Vec<Said> = Vec::new();
    let mut acknowledged = 0;
    for (number, name) in names.iter().enumerate() {
        let mut said = Said::default();
        let mut running = Writer { root: root.path(), name, count: 10_000, under: &[] }.start();
        running.wait_for_first(&mut said);
        std::thread::sleep(Duration::from_micros(chance(40_000)));
        running.child.kill().expect("it runs");
        let said = running.end_of(said);
        assert!(!said.ended && said.saved > 0, "{said:?}");
        acknowledged += said.saved;
        saids.push(said);
        // To read all after each would take the square of the time.
        if kills == 10 || number % 50 == 49 || number + 1 == kills {
            let all: Vec<(&str, &Said)> = names.iter().map(String::as_str).zip(&saids).collect();
            let start = Instant::now();
            holds(&paths, &all);
            eprintln!(
                "{} kills, {acknowledged} notes acknowledged, all there ({:.1?})",
                number + 1,
                start.elapsed()
            );
        }
    }
    let damaged: Vec<_> = Window::open(&paths).opened.notices;
    eprintln!("what the last start reports: {damaged:?}");
}

/// The calls by which a note comes to the disk.
const CALLS: [&str; 4] = [
    "write,pwrite64,writev",
    "fsync,fdatasync",
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,ftruncate",
    "flock,fcntl,openat",
];

#[test]
fn what_was_acknowledged_survives_a_kill_at_each_system_call() {
    if !runs("strace", &["-qq", "-o", "/dev/null", "true"]) {
        return skipped("no strace, or it may not trace here");
    }
    let mut kills = 0;
    for calls in CALLS {
        // The first openat calls are the system's own, before the program begins.
        let step = long_or(1, if calls.contains("openat") { 11 } else { 2 });
        for when in (1..).step_by(step) {
            let (root, paths) = home();
            let inject = format!("inject={calls}:signal=KILL:when={when}");
            let under = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &inject];
            let said = Writer { root: root.path(), name: "traced", count: 2, under: &under }.run();
            holds(&paths, &[("traced", &said)]);
            if said.ended {
                assert!(when > step, "{calls} never come");
                break;
            }
            kills += 1;
        }
    }
    eprintln!("{kills} kills at system calls");
    assert!(kills > 15, "{kills}");
}

#[test]
fn writers_in_several_processes_lose_and_double_nothing() {
    let (root, paths) = home();
    let each = long_or(1_000, 200);
    let start = |name| Writer { root: root.path(), name, count: each, under: &[] }.start();
    let (one, other) = (start("one"), start("other"));
    let (one, other) = (one.end(), other.end());
    assert_eq!((one.saved, other.saved), (each, each), "{one:?} {other:?}");
    holds(&paths, &[("one", &one), ("other", &other)]);
}

#[test]
fn of_four_writers_one_is_killed_and_the_others_lose_nothing() {
    let (root, paths) = home();
    let each = long_or(250, 25);
    let names = ["a", "b", "c", "d"];
    let mut running: Vec<_> = names
        .iter()
        .map(|name| Writer { root: root.path(), name, count: each, under: &[] }.start())
        .collect();
    let mut said = Said::default();
    running[0].wait_for_first(&mut said);
    running[0].child.kill().expect("it runs");
    let mut saids = vec![running.remove(0).end_of(said)];
    saids.extend(running.into_iter().map(super::writer::Running::end));
    assert!(saids[1..].iter().all(|said| said.saved == each), "{saids:?}");
    let all: Vec<(&str, &Said)> = names.into_iter().zip(&saids).collect();
    holds(&paths, &all);
}
