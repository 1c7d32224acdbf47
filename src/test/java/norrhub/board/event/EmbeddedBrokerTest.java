package norrhub.board.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
  @TempDir Path folder;

  @Test
  void pagingFilesThatWereNeverWrittenAreRemovedAndOthersAreKept() throws Exception {
    Path store = Files.createDirectories(folder.resolve("paging/00000001-address"));
    Path empty = Files.createFile(store.resolve("000000002.page"));
    Path written = Files.writeString(store.resolve("000000001.page"), "{}");
    Path name = Files.writeString(store.resolve("address.txt"), "norrhub.matching");

    BrokerLeftovers.remove(folder);

    assertThat(empty).doesNotExist();
    assertThat(written).exists();
    assertThat(name).exists();
  }

  @Test
  void aBrokerThatNeverRanHasLeftNothing() throws Exception {
    BrokerLeftovers.remove(folder.resolve("none"));
    assertThat(folder).isEmptyDirectory();
  }
}
