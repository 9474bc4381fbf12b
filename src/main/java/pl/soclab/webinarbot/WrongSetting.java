package pl.soclab.webinarbot;

/** A setting that keeps the program from starting. */
final class WrongSetting extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String sentence;
  private final String mend;

  /**
   * A wrong setting.
   *
   * @param name the environment variable, as the README spells it
   * @param sentence in Polish, what is wrong; never the value of a secret
   * @param mend in Polish, what to do
   */
  WrongSetting(String name, String sentence, String mend) {
    super(name + ": " + sentence + " " + mend);
    this.sentence = name + ": " + sentence;
    this.mend = mend;
  }

  String sentence() {
    return sentence;
  }

  String mend() {
    return mend;
  }
}
