package norrhub.admin.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import norrhub.admin.preview.FieldByField;
import norrhub.admin.preview.JsonLines;
import norrhub.admin.preview.Preview;
import norrhub.admin.preview.PreviewSource;
import norrhub.admin.preview.PreviewSubject;
import norrhub.admin.preview.PreviewSummary;
import norrhub.admin.preview.PreviewWriter;
import norrhub.normalise.Normaliser;
import norrhub.partner.Partners;
import norrhub.record.PartFile;
import norrhub.vocabulary.Vocabulary;
import norrhub.vocabulary.VocabularySource;
import org.springframework.beans.BeansException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the hub would make of a file or of what an address answers. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description =
        "Shows what each record of a file or an address becomes, field by field, with its notices."
            + " Exit code 0:"
            + " every record is accepted; 1: not every one, or the file cannot be read whole.")
final class PreviewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts its own here

  @Parameters(
      index = "0",
      paramLabel = "<feed or format>",
      description = "a feed's id, or a folder's name under config/formats")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      defaultValue = "",
      paramLabel = "<file or URL>",
      description =
          "a file as the partner sends it, or an http(s) address; without it, the first page of the"
              + " feed's own address")
  private String source = "";

  @Option(
      names = "--json",
      description =
          "the accepted vacancies as boards get them, one JSON object a line; the rest goes to"
              + " standard error")
  private boolean json;

  @Option(
      names = "--config",
      defaultValue = ConfigFolder.DEFAULT,
      description = "the folder of the configuration (${DEFAULT-VALUE})")
  private Path config = Path.of("config");

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isDirectory(config.resolve("formats"))) {
      err.println("There is no folder " + config.resolve("formats"));
      return 1;
    }
    try (OfflineParts parts = new OfflineParts(config)) {
      PreviewSubject subject = new PreviewSubjects(parts).find(name);
      Clock clock = parts.get(Clock.class);
      Partners partners = parts.get(Partners.class);
      try (PreviewSource read = PreviewSource.of(source, name, partners, clock)) {
        Normaliser normaliser = parts.get(Normaliser.class);
        Vocabulary words = parts.get(VocabularySource.class).now();
        return run(new Preview(subject, normaliser, words, clock.instant()), read.part());
      }
    } catch (PreviewSubjects.NotFound | IOException e) {
      err.println(e.getMessage());
      return 1;
    } catch (BeansException e) {
      err.println(e.getMostSpecificCause().getMessage());
      return 1;
    }
  }

  private int run(Preview preview, PartFile part) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    // The command line's own writer flushes at every line: too slow for a long file.
    PrintWriter out = new PrintWriter(new BufferedWriter(spec.commandLine().getOut()));
    PreviewWriter writer = json ? new JsonLines(out, err) : new FieldByField(out);
    var summary = new PreviewSummary(err);
    preview.read(part, writer, summary);
    out.flush();
    summary.print(json ? err : spec.commandLine().getOut());
    return summary.allAccepted() ? 0 : 1;
  }
}
