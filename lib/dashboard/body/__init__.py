"""What bodies have to do, on the screen."""
