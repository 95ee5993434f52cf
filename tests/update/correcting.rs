use crate::common::Sitting;
use crate::sitting;
#[test]
fn explore() {
    let mut s = sitting();
    println!("{}\n=====", s.keys(") u").screen());
    println!("{}\n=====", s.keys("v g").wait(400).screen());
    println!("{}\n=====", s.keys("t").screen());
    println!("{}\n=====", s.keys("Enter").screen());
    println!("{}\n=====", s.keys("v g e").screen());
    println!("{}\n=====", s.type_text("lo").keys("Enter").screen());
    println!("{}\n=====", s.keys("V g q").type_text("Dup").screen());
    println!("{}\n=====", s.keys("Enter").screen());
    println!("{}\n=====", s.keys(") u r").screen());
    println!("{}\n=====", s.keys("Down Enter").screen());
    println!("{}\n=====", s.keys("Q").screen());
    println!("{}\n=====", s.keys("S").screen());
    println!("{}\n=====", s.keys("d d").screen());
    println!("{}\n=====", s.keys("u").screen());
    println!("{}\n=====", s.keys("T A").type_text("Start-up").keys("Enter").screen());
    println!("{}\n=====", s.keys("a").type_text("startup").keys("Enter j").screen());
    let mut s = Sitting::new(50, 20);
    println!("{}\n=====", s.keys("E m").type_text("a").screen());
    println!("{}\n=====", s.keys("Esc Esc Q r").screen());
    println!("{}\n=====", s.keys("Esc T a").screen());
    println!("{}\n=====", s.keys("Esc G").screen());
    panic!();
}
