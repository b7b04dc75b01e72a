//! What a browser says of itself, in a few words that its owner recognises.

/// The longest text looked at, in bytes; what browsers send is a third of it.
const LONGEST: usize = 512;

/// The browser and the system that a `User-Agent` tells of, such as `Chrome · Windows`; something
/// that is neither is `其他设备`. What was sent isn't kept.
#[must_use]
pub fn device(user_agent: &str) -> String {
    let text = user_agent.get(..LONGEST).unwrap_or(user_agent);
    // The first that is found: most say they are those after them too.
    let browsers = [
        ("MicroMessenger/", "微信"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ];
    let systems = [
        ("HarmonyOS", "HarmonyOS"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];
    let told = |words: &[(&str, &'static str)]| {
        let found = words.iter().find(|(sign, _)| text.contains(sign));
        found.map(|(_, name)| *name)
    };
    match (told(&browsers), told(&systems)) {
        (Some(browser), Some(system)) => format!("{browser} · {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => "其他设备".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_told_by_its_name_and_system() {
        let windows =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
        let cases = [
            (
                format!("{windows} Chrome/142.0.0.0 Safari/537.36"),
                "Chrome · Windows",
            ),
            (
                format!("{windows} Chrome/142.0.0.0 Safari/537.36 Edg/142.0"),
                "Edge · Windows",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0".to_owned(),
                "Firefox · Linux",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1"
                    .to_owned(),
                "Safari · iPhone",
            ),
            ("curl/8.14".to_owned(), "curl"),
            ("安".repeat(400), "其他设备"),
            (String::new(), "其他设备"),
        ];
        for (sent, expected) in cases {
            assert_eq!(device(&sent), expected, "{sent}");
        }
    }
}
