package pl.soclab.webinarbot.retrieval;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made once, by whoever asks for it first. */
final class OnFirstUse<T> implements Supplier<T> {
  private final Supplier<T> making;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable T made;

  OnFirstUse(Supplier<T> making) {
    this.making = making;
  }

  @Override
  public T get() {
    T before = made;
    if (before != null) {
      return before;
    }
    lock.lock();
    try {
      T now = made;
      if (now == null) {
        now = making.get();
        made = now;
      }
      return now;
    } finally {
      lock.unlock();
    }
  }
}
