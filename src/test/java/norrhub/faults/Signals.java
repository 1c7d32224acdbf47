package norrhub.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the system can do to processes that Java cannot. */
final class Signals {
  private Signals() {}

  /** SIGSTOP: they are there, and do nothing. */
  static void stop(List<ProcessHandle> processes) throws IOException, InterruptedException {
    send("-STOP", processes);
  }

  /** SIGCONT: they go on, and never know. */
  static void goOn(List<ProcessHandle> processes) throws IOException, InterruptedException {
    send("-CONT", processes);
  }

  /** A process and all that it started. */
  static List<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants()).toList();
  }

  private static void send(String signal, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    processes.forEach(process -> command.add(String.valueOf(process.pid())));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
