package norrhub.route.sftp;

import java.util.Comparator;
import norrhub.fetch.NaturalOrder;
import org.apache.camel.component.file.GenericFile;
import org.springframework.stereotype.Component;

/**
 * The order in which a folder's files are taken: as they were written, and by name where their
 * times are the same. SFTP tells times by the second.
 */
@Component("sftpOrder")
public class SftpOrder implements Comparator<GenericFile<?>> {
  private static final long SECOND = 1000;
  static final Comparator<GenericFile<?>> ORDER =
      Comparator.<GenericFile<?>>comparingLong(file -> file.getLastModified() / SECOND)
          .thenComparing(GenericFile::getFileNameOnly, new NaturalOrder());

  @Override
  public int compare(GenericFile<?> one, GenericFile<?> other) {
    return ORDER.compare(one, other);
  }

  static boolean isBefore(GenericFile<?> one, GenericFile<?> other) {
    return ORDER.compare(one, other) < 0;
  }
}
