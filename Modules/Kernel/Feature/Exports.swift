// What comes with `import Feature`: a module imports this and `Contracts`, and nothing else.
@_exported public import Jalali
@_exported public import Persian
@_exported public import struct Store.Migration
@_exported public import enum Store.Scope
@_exported public import struct Store.StoreFault
@_exported public import Values
