package norrhub;

import java.nio.file.Path;
import java.util.Optional;
import norrhub.admin.cli.Commands;
import norrhub.admin.cli.NeedsDatabase;
import norrhub.config.Fault;
import norrhub.notice.Printable;
import norrhub.platform.ApplicationFile;
import norrhub.record.mail.LenientMail;
import norrhub.route.check.NeedsFiles;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the hub, or does what the command line asks. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Norrhub {
  public static void main(String[] args) {
    LenientMail.enable();
    PrintableLog.install();
    if (Commands.isCommand(args)) {
      System.exit(Commands.run(args));
    }
    Optional<Fault> fault = new ApplicationFile(Path.of("config")).fault();
    if (fault.isPresent()) {
      System.err.println(Printable.line("Norrhub cannot start: " + fault.get()));
      System.exit(2);
    }
    SpringApplication hub = new SpringApplication(Norrhub.class);
    hub.addListeners(new NeedsFiles(), new NeedsDatabase());
    hub.run(args);
  }
}
