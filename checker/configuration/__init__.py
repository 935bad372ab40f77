"""The configuration file of a project: where it is, what may stand in it, what it says."""

from checker.configuration.find import Found, find, nearest
from checker.configuration.model import Configuration, DocumentFacts, FolderProfile
from checker.configuration.read import OPTIONS, read

__all__ = ["OPTIONS", "Configuration", "DocumentFacts", "FolderProfile", "Found", "find", "nearest", "read"]
