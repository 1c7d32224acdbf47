package norrhub.route.own;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.fetch.SafeFileName;
import norrhub.notice.Printable;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The filter of routes that list files: a name goes back to the server only if it is one plain
 * segment. The names are the partner's text.
 */
@Component("safeFileNames")
class SafeFileNames implements GenericFileFilter<Object> {
  private static final Logger log = LoggerFactory.getLogger(SafeFileNames.class);

  /** Names are the partner's text, and as many as it likes. */
  private static final int MOST_REPORTED = 1_000;

  /** Files that were reported, so that a file that stays is not reported at every poll. */
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  @Override
  public boolean accept(GenericFile<Object> file) {
    String name = file.getFileNameOnly();
    if (SafeFileName.is(name)) {
      return true;
    }
    // A name that begins with a dot is hidden on purpose, as is the folder of what was received.
    if (!name.startsWith(".") && isNews(file.getAbsoluteFilePath())) {
      log.warn("a file is left where it is, its name is not plain: {}", Printable.line(name));
    }
    return false;
  }

  private boolean isNews(String path) {
    return reported.size() < MOST_REPORTED && reported.add(path);
  }
}
