//! Builds the binary again when the pages have been built again. It never builds them: a bare
//! clone compiles without Node, and then the binary has one page that says how to get the rest.

fn main() {
    println!("cargo:rerun-if-changed=../../web/apps/console/dist");
    println!("cargo:rerun-if-changed=../../web/apps/hall/dist");
}
