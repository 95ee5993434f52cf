use crate::sitting;
#[test]
fn explore() {
    let mut s = sitting();
    println!("{}\n=====", s.keys("E").screen());
    println!("{}\n=====", s.keys("j j m").screen());
    println!("{}\n=====", s.type_text("ar").screen());
    println!("{}\n=====", s.keys("Enter").screen());
    println!("{}\n=====", s.keys("u").screen());
    println!("{}\n=====", s.keys("t").screen());
    println!("{}\n=====", s.keys("Esc d d").screen());
    println!("{}\n=====", s.keys("G Enter").screen());
    println!("{}\n=====", s.keys("Q").screen());
    println!("{}\n=====", s.keys("r").screen());
    println!("{}\n=====", s.keys("Esc T a").screen());
    println!("{}\n=====", s.type_text("startup").keys("Enter").screen());
    println!("{}\n=====", s.keys("d d").screen());
    println!("{}\n=====", s.keys("Esc Tab G k").screen());
    panic!();
}
