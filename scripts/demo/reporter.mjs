/** Passes on what the demo says, and what went wrong; nothing else. */
class DemoReporter {
  onStdOut(chunk) {
    process.stdout.write(chunk);
  }

  onStdErr(chunk) {
    process.stderr.write(chunk);
  }

  onError(error) {
    process.stderr.write(`${error.stack ?? error.message ?? ''}\n`);
  }

  onTestEnd(_test, result) {
    for (const error of result.errors) this.onError(error);
  }

  printsToStdio() {
    return true;
  }
}

// oxlint-disable-next-line import/no-default-export -- Playwright takes a reporter from a module's default export
export default DemoReporter;
