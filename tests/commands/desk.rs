//! A workspace with a host that answers every dialog and writes down what it is told.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use assay_commands::{Context, Error, Host, Notice, call};
use assay_engine::Workspace;
use serde_json::{Value, json};

/// What dialogs answer, and what was asked of the system.
#[derive(Default)]
pub struct Answers {
    pub files: Option<Vec<PathBuf>>,
    pub save: Option<PathBuf>,
    pub workspace: Option<PathBuf>,
    pub asked: Vec<String>,
}

struct Stub {
    answers: Arc<Mutex<Answers>>,
    notices: Mutex<Sender<Notice>>,
}

impl Host for Stub {
    fn choose_files(&self) -> Option<Vec<PathBuf>> {
        self.answers.lock().unwrap().files.clone()
    }
    fn choose_copy(&self) -> Option<PathBuf> {
        self.answers.lock().unwrap().files.clone()?.into_iter().next()
    }
    fn choose_save(&self, file_name: &str) -> Option<PathBuf> {
        let mut answers = self.answers.lock().unwrap();
        answers.asked.push(file_name.to_owned());
        answers.save.clone()
    }
    fn choose_workspace(&self) -> Option<PathBuf> {
        self.answers.lock().unwrap().workspace.clone()
    }
    fn reveal(&self, path: &Path) -> Result<(), Error> {
        self.answers.lock().unwrap().asked.push(path.display().to_string());
        Ok(())
    }
    fn open_address(&self, url: &str) -> Result<(), Error> {
        self.answers.lock().unwrap().asked.push(url.to_owned());
        Ok(())
    }
    fn notify(&self, notice: &Notice) {
        // The test may have ended while a job's last word is under way.
        let _ = self.notices.lock().unwrap().send(notice.clone());
    }
}

/// The commands of one workspace.
pub struct Desk {
    pub context: Context,
    pub folder: PathBuf,
    pub answers: Arc<Mutex<Answers>>,
    notices: Receiver<Notice>,
    /// The names called so far.
    pub called: RefCell<BTreeSet<String>>,
}

impl Desk {
    pub fn new() -> Self {
        let folder =
            std::env::var_os(crate::HOME).expect("this test is run by another one, in a home of its own");
        let folder = PathBuf::from(folder);
        let workspace = Workspace::create(&folder.join("delhi-g20.assay")).unwrap();
        let answers = Arc::new(Mutex::new(Answers::default()));
        let (sender, notices) = channel();
        let host = Stub { answers: Arc::clone(&answers), notices: Mutex::new(sender) };
        let context = Context::new(workspace, Arc::new(host));
        Self { context, folder, answers, notices, called: RefCell::default() }
    }

    /// Calls a command that must succeed.
    #[track_caller]
    pub fn call(&self, name: &str, argument: Value) -> Value {
        self.called.borrow_mut().insert(name.to_owned());
        call(&self.context, name, argument).unwrap_or_else(|e| panic!("{name}: {} {:?}", e.message, e.hints))
    }

    /// Calls a command that must fail with this code, about this field.
    #[track_caller]
    pub fn refused(&self, name: &str, argument: Value, code: &str, field: Option<&str>) -> Error {
        let error = call(&self.context, name, argument).expect_err(name);
        assert_eq!(
            (json!(error.code), error.field.as_deref()),
            (json!(code), field),
            "{name}: {}",
            error.message
        );
        assert!(!error.message.is_empty());
        error
    }

    /// Calls a command that writes; there must be word of it, with the operation, that claims were touched.
    #[track_caller]
    pub fn change(&self, name: &str, argument: Value) -> Value {
        while self.notices.try_recv().is_ok() {}
        let result = self.call(name, argument);
        let outcome = result.get("outcome").unwrap_or(&result).clone();
        assert!(
            outcome["operation"].is_i64() && outcome["message"].as_str().is_some_and(|m| !m.is_empty()),
            "{name}"
        );
        let notice = serde_json::to_value(self.notices.try_recv().expect(name)).unwrap();
        assert_eq!(notice["kind"], "data-changed", "{name}");
        assert_eq!(notice["operation"], outcome["operation"], "{name}");
        assert!(!notice["touched"].as_array().unwrap().is_empty(), "{name}");
        result
    }

    /// Waits until a job has ended; how.
    #[track_caller]
    pub fn ended(&self, job: &Value) -> Value {
        loop {
            let notice = self.notices.recv_timeout(Duration::from_mins(1)).expect("a job ends");
            let notice = serde_json::to_value(notice).unwrap();
            let ours = notice["kind"] == "job-changed" && notice["job"]["id"] == job["id"];
            if ours && notice["job"]["state"]["kind"] != "running" {
                return notice["job"]["state"].clone();
            }
        }
    }

    /// Imports the sample article.
    #[track_caller]
    pub fn import_sample(&self) -> Value {
        let options = json!({"metadata": {}, "find": true});
        let job = self.call("import.start", json!({"inputs": [{"kind": "sample"}], "options": options}));
        let ended = self.ended(&job);
        assert_eq!(ended["kind"], "done", "{ended}");
        ended["report"].clone()
    }
}
