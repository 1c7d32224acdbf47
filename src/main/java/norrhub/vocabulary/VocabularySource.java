package norrhub.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import norrhub.config.Fault;
import norrhub.platform.Changes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The vocabulary of this hub, as its files were when they were last read without faults. Whoever
 * reads a delivery takes {@link #now} once, so that all of it is read by the same words.
 */
@Component
public final class VocabularySource {
  private static final Logger log = LoggerFactory.getLogger(VocabularySource.class);

  private final VocabularyFolder folder;
  private volatile Vocabulary now;
  private volatile List<Fault> faults = List.of();

  /**
   * A hub that knows no places and terms would take vacancies off the boards that select by them.
   * So it does not start without, and reports every fault of the folder.
   */
  VocabularySource(VocabularyFolder folder) {
    this.folder = folder;
    VocabularyFolder.Content content = folder.read();
    this.now =
        content
            .vocabulary()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        content.faults().stream()
                            .map(Fault::toString)
                            .collect(
                                Collectors.joining("\n", "The vocabulary has faults:\n", ""))));
  }

  public Vocabulary now() {
    return now;
  }

  /** Reads the files again, by their names. A fault in one of them leaves all as they were. */
  public synchronized Changes reload() {
    Map<String, String> before = now.fingerprints();
    VocabularyFolder.Content content = folder.read();
    faults = content.faults();
    faults.forEach(fault -> log.error("Vocabulary not taken up: {}", fault));
    now = content.vocabulary().orElse(now);
    return Changes.between(before, now.fingerprints());
  }

  /** Why the files were not taken up when they were last read. */
  public List<Fault> faults() {
    return faults;
  }
}
