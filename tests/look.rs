mod common;
use common::Sitting;
#[test]
fn look() {
    for (c, r) in [(100, 30), (80, 24), (50, 20)] {
        let mut s = Sitting::new(c, r);
        println!("{}", s.painted());
        s.keys("l l s c").type_text("Vérifier ce chiffre #climat").keys("Esc");
        println!("{}", s.screen());
        for k in ["E", "Q", "T", "C"] {
            s.keys(k);
            println!("{}", s.screen());
        }
        s.keys("Esc ?");
        println!("{}", s.screen());
        s.keys("Esc x").wait(400);
        println!("{}", s.screen());
        s.keys("Esc :").type_text("exp");
        println!("{}", s.screen());
        s.keys("Esc /").type_text("decentralisation");
        println!("{}", s.screen());
        s.keys("Enter c").type_text("Bla #cli");
        println!("{}", s.screen());
        s.keys("Esc x l x i f");
        println!("{}", s.screen());
    }
}
