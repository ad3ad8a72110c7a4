"""The rules of the talk, without Django: its questions, its report, faces and reflection."""
