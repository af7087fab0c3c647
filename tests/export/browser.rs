//! A browser without a window, driven through the protocol of its developer tools over a pipe: what a reader does, and what they see.
//!
//! <https://chromedevtools.github.io/devtools-protocol/>: JSON messages that end in a zero byte, on file 3 to the browser
//! and on file 4 from it. A shell gives it those files, as two named pipes.

use std::{
    fs::File,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
};

use serde_json::{Value, json};
use tempfile::TempDir;

/// Ends the browser if the test does not.
const LONGEST: &str = "100";

pub struct Browser {
    child: Child,
    to: File,
    from: BufReader<File>,
    next: u64,
    session: Option<String>,
    /// What the browser told by itself.
    pub events: Vec<Value>,
    _home: TempDir,
}

impl Browser {
    /// A browser with an empty page; `None` if there is none here, which is printed.
    #[expect(clippy::print_stdout, reason = "a test that skips says why")]
    pub fn start() -> Option<Self> {
        let found = Command::new("chromium").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        if !found.is_ok_and(|status| status.success()) {
            println!("skipped: there is no chromium here");
            return None;
        }
        let home = TempDir::new().expect("a folder can be made");
        let (to, from) = (home.path().join("to"), home.path().join("from"));
        let made = Command::new("mkfifo").args([&to, &from]).status();
        assert!(made.is_ok_and(|status| status.success()), "pipes can be made");
        let options = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
                       --disable-component-update --disable-sync --remote-debugging-pipe";
        let child = Command::new("sh")
            .args(["-c", "to=$1; from=$2; shift 2; exec timeout \"$@\" 3<\"$to\" 4>\"$from\"", "sh"])
            .args([&to, &from])
            .args([LONGEST, "chromium"])
            .args(options.split_whitespace())
            .arg(format!("--user-data-dir={}", home.path().join("profile").display()))
            .arg("about:blank")
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell starts");
        let to = File::options().write(true).open(to).expect("the pipe to the browser opens");
        let from = BufReader::new(File::open(from).expect("the pipe from the browser opens"));
        let mut browser = Self { child, to, from, next: 0, session: None, events: Vec::new(), _home: home };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}));
        let attached = browser.call("Target.attachToTarget", json!({"targetId": target["targetId"], "flatten": true}));
        browser.session = attached["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        Some(browser)
    }

    /// Asks the browser for something.
    #[expect(clippy::needless_pass_by_value, reason = "what is asked is written at the call")]
    pub fn call(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let mut message = json!({"id": self.next, "method": method, "params": params});
        if let Some(session) = &self.session {
            message["sessionId"] = session.as_str().into();
        }
        write!(self.to, "{message}\0").expect("the browser listens");
        loop {
            let mut message = self.receive();
            if message["id"] == self.next {
                assert!(message["error"].is_null(), "{method}: {message}");
                return message["result"].take();
            }
            self.events.push(message);
        }
    }

    fn receive(&mut self) -> Value {
        let mut message = Vec::new();
        self.from.read_until(0, &mut message).expect("the browser speaks");
        assert_eq!(message.pop(), Some(0), "the browser is there");
        serde_json::from_slice(&message).expect("it speaks JSON")
    }

    /// Opens a file, with what stands behind its name in the address, and waits until it is there.
    pub fn open(&mut self, page: &Path, fragment: &str) {
        // Another fragment of the same page would not load it anew.
        self.load("about:blank");
        self.load(&format!("file://{}{fragment}", page.display()));
    }

    fn load(&mut self, address: &str) {
        self.events.clear();
        self.call("Page.navigate", json!({"url": address}));
        while !self.events.iter().any(|event| event["method"] == "Page.loadEventFired") {
            let event = self.receive();
            self.events.push(event);
        }
    }

    /// What an expression of the page's language is worth; waits for what it promises.
    pub fn worth(&mut self, expression: &str) -> Value {
        let asked = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let mut answer = self.call("Runtime.evaluate", asked);
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {answer}");
        answer["result"]["value"].take()
    }

    /// Presses a key, by its name in the browser.
    pub fn press(&mut self, key: &str) {
        let mut down = json!({"type": "keyDown", "key": key});
        if key.chars().count() == 1 {
            down["text"] = key.into();
        }
        if key == "Escape" {
            // What the browser does with a key by itself goes by its number.
            down["windowsVirtualKeyCode"] = 27.into();
        }
        self.call("Input.dispatchKeyEvent", down);
        self.call("Input.dispatchKeyEvent", json!({"type": "keyUp", "key": key}));
    }

    /// Presses the mouse at a place, moves it, if at all, to another, and lets go.
    pub fn drag(&mut self, from: (f64, f64), to: (f64, f64)) {
        for (kind, (x, y), buttons) in
            [("mouseMoved", from, 0), ("mousePressed", from, 1), ("mouseMoved", to, 1), ("mouseReleased", to, 0)]
        {
            let event = json!({"type": kind, "x": x, "y": y, "buttons": buttons, "button": "left", "clickCount": 1});
            self.call("Input.dispatchMouseEvent", event);
        }
    }

    /// The middle of an element.
    pub fn middle(&mut self, id: &str) -> (f64, f64) {
        let frame = self.worth(&format!(
            "(() => {{ const f = document.getElementById('{id}').getBoundingClientRect(); return [f.x + f.width / 2, f.y + f.height / 2]; }})()"
        ));
        (frame[0].as_f64().expect("a place"), frame[1].as_f64().expect("a place"))
    }

    /// Touches a place with a finger.
    pub fn tap(&mut self, (x, y): (f64, f64)) {
        let finger = json!({"type": "touchStart", "touchPoints": [{"x": x, "y": y}]});
        self.call("Input.dispatchTouchEvent", finger);
        self.call("Input.dispatchTouchEvent", json!({"type": "touchEnd", "touchPoints": []}));
    }

    pub fn click(&mut self, id: &str) {
        let place = self.middle(id);
        self.drag(place, place);
    }

    /// A window of so many pixels; a narrow one as on a phone.
    pub fn size(&mut self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.call("Emulation.setDeviceMetricsOverride", size);
        self.call("Emulation.setTouchEmulationEnabled", json!({"enabled": true}));
    }

    /// What it complained of and what it asked the network for since the page was opened; the page itself is left out.
    pub fn complaints(&mut self) -> Vec<String> {
        self.worth("1");
        let of = |event: &Value| match event["method"].as_str()? {
            "Runtime.exceptionThrown" | "Log.entryAdded" | "Runtime.consoleAPICalled" => Some(event.to_string()),
            "Network.requestWillBeSent" => {
                let address = event["params"]["request"]["url"].as_str()?;
                let own = address.starts_with("file:///") && address.contains(".html") || address.starts_with("data:");
                (!own).then(|| address.to_owned())
            }
            _ => None,
        };
        self.events.iter().filter_map(of).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = write!(self.to, "{}\0", json!({"id": self.next + 1, "method": "Browser.close"}));
        let _ = self.child.wait();
    }
}
