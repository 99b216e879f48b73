#!/usr/bin/env python3
"""Django's commands, under Tavlen's settings."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    of_worker = "_of_worker" if sys.argv[1:2] == ["work"] else ""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"backend.config.settings{of_worker}")
    execute_from_command_line(sys.argv)
