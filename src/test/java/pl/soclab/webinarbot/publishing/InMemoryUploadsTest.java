package pl.soclab.webinarbot.publishing;

class InMemoryUploadsTest extends UploadsContract {
  @Override
  Uploads emptyUploads() {
    return new InMemoryUploads();
  }
}
