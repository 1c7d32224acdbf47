package norrhub.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All partners' systems. What each of them offers lies in {@code try}, for whoever wants to change
 * it and, where it is not served from there, send it again.
 */
final class StandIns implements AutoCloseable {
  private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

  private final Path tries;
  private final Map<StandInFile, StandIn> all = new LinkedHashMap<>();

  /**
   * @param folder for what they keep
   */
  StandIns(List<StandInFile> files, Path folder, Ports ports, MailStandIn mail) throws Exception {
    this.tries = folder.resolve("try");
    for (StandInFile file : files) {
      Path own = Files.createDirectories(folder.resolve(file.id()));
      StandIn standIn =
          file.web().isPresent()
              ? new WebPartner(file, vacancies(file), ports.of(file.id()))
              : file.sftp().isPresent()
                  ? new SftpPartner(file, own, ports.of(file.id()))
                  : file.ftps().isPresent()
                      ? new FtpsPartner(own, ports.of(file.id()))
                      : file.push().isPresent()
                          ? new PushPartner(file, ports.of(Ports.WEB))
                          : new MailPartner(file, mail);
      all.put(file, standIn);
    }
  }

  /** The partners do what they do by themselves. */
  void begin(Seeds seeds) throws Exception {
    Files.createDirectories(tries);
    for (StandInFile file : all.keySet()) {
      Files.write(vacancies(file), seeds.read(file.content(), file.encoding()));
    }
    for (Map.Entry<StandInFile, StandIn> one : all.entrySet()) {
      one.getValue().begin(vacancies(one.getKey()));
    }
  }

  /** What the partners do by themselves once the hub can be reached. */
  void beginWithHub(int webPort) throws Exception {
    for (Map.Entry<StandInFile, StandIn> one : all.entrySet()) {
      one.getValue().beginWithHub(vacancies(one.getKey()), webPort);
    }
  }

  /** The names that the partner files use, with their values, as arguments of the hub. */
  List<String> settings() {
    List<String> settings = new ArrayList<>();
    all.forEach(
        (file, standIn) -> {
          Map<String, String> facts = standIn.facts();
          file.names()
              .forEach((name, value) -> settings.add("--" + name + "=" + filled(value, facts)));
        });
    return settings;
  }

  /** How to be each of them. */
  String hints() {
    StringBuilder text = new StringBuilder();
    all.forEach(
        (file, standIn) ->
            text.append("  %s%n      %s%n".formatted(file.name(), standIn.hint(vacancies(file)))));
    return text.toString();
  }

  Path folder() {
    return tries;
  }

  private Path vacancies(StandInFile file) {
    return tries.resolve(file.content());
  }

  private static String filled(String value, Map<String, String> facts) {
    return FACT.matcher(value).replaceAll(fact -> Matcher.quoteReplacement(fact(fact, facts)));
  }

  private static String fact(MatchResult fact, Map<String, String> facts) {
    return facts.getOrDefault(fact.group(1), fact.group());
  }

  @Override
  public void close() throws IOException {
    for (StandIn standIn : all.values()) {
      try {
        standIn.close();
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
